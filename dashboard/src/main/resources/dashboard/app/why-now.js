/** Why this caller is here now, each in one line: the turn, the tries of today, who answered a moment ago. Pure. */
import { now } from './clock.js';
import { age, clockTime, duration } from './format.js';
import { codeWord, t } from './words.js';

/** @param {import('./wire.d.ts').TurnView} turn @returns {string} place gardée depuis 18 h 02, rappel promis, le plus ancien, 6 attendaient derrière */
export function turnSentence({ reason, rankAt, older, younger, olderForLanguage, putFirst }) {
  const kept = t(`turn.${reason}`, { time: clockTime(rankAt) });
  if (putFirst) return `${kept}, ${t('turn.putFirst', { name: putFirst.by, reason: putFirst.reason })}`;
  if (older === null || younger === null) return kept;
  return `${kept}, ${others(older, younger, olderForLanguage ?? 0)}`;
}

/** @param {number} older @param {number} younger @param {number} forLanguage of the older ones */
function others(older, younger, forLanguage) {
  if (older > 0 && forLanguage === older) return t('turn.olderForLanguage', { n: older });
  if (older > 0) return t('turn.older', { n: older });
  return younger > 0 ? t('turn.oldest', { n: younger }) : t('turn.alone');
}

/** @param {import('./wire.d.ts').LanguageView | null} language @param {import('./wire.d.ts').CallView} call @returns {string} parle arabe, vous aussi, 12 s d’attente pour cela; nothing for French */
export function languageLine(language, call) {
  if (!language) return '';
  const said = t(language.spoken ? 'caller.speaksToo' : 'caller.speaksNot', { language: codeWord('language', language.code) });
  if (!language.heldAt) return said;
  const until = call.answeredAt ? Date.parse(call.answeredAt) : now();
  return [said, t('caller.heldForLanguage', { time: duration(Math.max(0, (until - Date.parse(language.heldAt)) / 1000)) })].join(', ');
}

/** @param {import('./wire.d.ts').TodayView | null} today @returns {string} 7e appel aujourd’hui, 1 h 12 d’attente en tout; nothing when nothing is known */
export function todayLine(today) {
  if (!today || today.calls === 0) return '';
  return [t('caller.callsToday', { n: today.calls }), t('caller.waitedToday', { time: duration(today.waitSeconds) })].join(', ');
}

/** @param {import('./wire.d.ts').TodayView | null} today @returns {string} décroché il y a 1 min par Karim; nothing when nobody did */
export function answeredLine(today) {
  const answered = today?.answered;
  if (!answered) return '';
  if (answered.talking && !answered.mine) return t('caller.talkingWith', { name: answered.by });
  const values = { age: age(answered.at, now()), name: answered.by };
  return t(answered.mine ? 'caller.answeredByYou' : 'caller.answeredBy', values);
}
