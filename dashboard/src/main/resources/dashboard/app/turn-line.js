/** Why it is a household's turn, in one line: attend depuis 18 h 31, 2 nuits sans solution, P2. Pure. */
import { now } from './clock.js';
import { dayAndTime } from './format.js';
import { t } from './words.js';

/** @param {import('./wire.d.ts').Why} why @returns {string} */
export function turnLine({ waitingSince, nightsWithout, level, because }) {
  const parts = [t('freed.since', { time: dayAndTime(waitingSince, now()) })];
  if (nightsWithout > 0) parts.push(t('freed.nights', { n: nightsWithout }));
  if (because.length > 0) parts.push(t('freed.level', { n: level }));
  return parts.join(', ');
}
