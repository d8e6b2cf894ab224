/** How the rescue that was rung for a caller stands, in one sentence. Pure. */
import { now } from './clock.js';
import { clockTime, elapsed } from './format.js';
import { t } from './words.js';

/** @param {import('./wire.d.ts').RescueView | null} rescue @returns {string} Le 15 sonne depuis 0:12; nothing when nobody was rung */
export function rescueSentence(rescue) {
  if (!rescue) return '';
  const who = rescue.service ? t('rescue.who', { n: rescue.service }) : t('rescue.whoever');
  if (rescue.answeredAt) return t('rescue.answered', { who, time: clockTime(rescue.answeredAt) });
  if (rescue.rings && rescue.rungAt) return t('rescue.rings', { who, time: elapsed(now() - Date.parse(rescue.rungAt)) });
  return rescue.missedAt ? t('rescue.missed', { who, time: clockTime(rescue.missedAt) }) : '';
}
