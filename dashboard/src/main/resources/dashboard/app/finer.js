/** A nation's code with the house's finer entry below it: how it is offered, sent and read. */
import { finerOf } from './house-lists.js';
import { codeWord, codesOf, t } from './words.js';

/** @param {string} list @returns {Array<{value: string, word: string}>} each code, and behind it what the house knows finer */
export function offersOf(list) {
  return codesOf(list).flatMap((code) => [{ value: code, word: codeWord(list, code) },
    ...finerOf(list, code).map((own) => ({ value: `${code}/${own}`, word: reasonWord(list, code, own) }))]);
}

/** @param {string} value of an offer @returns {{reason: string, ownCode: string | null}} as the server takes it */
export function chosen(value) {
  const [reason, ownCode] = value.split('/');
  return { reason, ownCode: ownCode ?? null };
}

/** @param {string} list @param {string} code @param {string | null | undefined} own @returns {string} nuisibles : punaises de lit */
export function reasonWord(list, code, own) {
  return own ? t('common.finer', { code: codeWord(list, code), own: codeWord(list, own) }) : codeWord(list, code);
}
