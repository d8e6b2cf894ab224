/** How the colleague of a talk stands, in one sentence: to who asked, and to who was asked. Pure. */
import { now } from './clock.js';
import { clockTime, elapsed } from './format.js';
import { t } from './words.js';

/** @param {import('./wire.d.ts').ColleagueView | null} colleague @param {string} me who reads it @returns {string} nothing when nobody was asked */
export function colleagueSentence(colleague, me) {
  if (!colleague) return '';
  const who = colleague.agent === me ? (colleague.askedBy ?? '') : colleague.name;
  const said = (/** @type {string} */ word, /** @type {string | null} */ since) => t(word, { who, time: since ? elapsed(now() - Date.parse(since)) : '' });
  if (colleague.agent === me) {
    if (colleague.passedOn && (colleague.since || colleague.rings)) return said('colleague.yours', colleague.since);
    if (colleague.since) return said('colleague.youHelp', colleague.since);
    return colleague.rings ? said('colleague.asksYou', colleague.rungAt) : '';
  }
  if (colleague.passedOn) return said('colleague.has', colleague.since);
  if (colleague.since) return said('colleague.talks', colleague.since);
  if (colleague.rings) return said('colleague.rings', colleague.rungAt);
  if (colleague.missedAt && (!colleague.endedAt || colleague.missedAt > colleague.endedAt)) return t('colleague.missed', { who, time: clockTime(colleague.missedAt) });
  return colleague.endedAt ? t('colleague.left', { who, time: clockTime(colleague.endedAt) }) : '';
}
