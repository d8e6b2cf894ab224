/** How the interpreter of a talk stands, in one sentence. Pure. */
import { now } from './clock.js';
import { clockTime, duration, elapsed } from './format.js';
import { codeWord, t } from './words.js';

/** @param {import('./wire.d.ts').InterpreterView | null} interpreter @returns {string} L’interprète (arabe) sonne depuis 00:12; nothing when nobody was rung */
export function interpreterSentence(interpreter) {
  if (!interpreter) return '';
  const who = t('interpreter.who', { language: codeWord('language', interpreter.language) });
  if (interpreter.since) return t('interpreter.talks', { who, time: elapsed(now() - Date.parse(interpreter.since)) });
  if (interpreter.rings && interpreter.rungAt) return t('interpreter.rings', { who, time: elapsed(now() - Date.parse(interpreter.rungAt)) });
  if (isNewer(interpreter.missedAt, interpreter.endedAt)) return t('interpreter.missed', { who, time: clockTime(interpreter.missedAt ?? '') });
  return interpreter.answeredAt ? t('interpreter.ended', { who, time: duration(interpreter.seconds) }) : '';
}

/** @param {string | null} moment @param {string | null} other */
const isNewer = (moment, other) => moment !== null && (other === null || Date.parse(moment) > Date.parse(other));

/**
 * The language to ask for first: what the contact says, else what the call says.
 * @param {Record<string, string>} offered by language, who interprets it
 * @param {Array<string | null | undefined>} spoken
 */
export const likelyLanguage = (offered, spoken) => spoken.find((code) => code && offered[code]) ?? null;
