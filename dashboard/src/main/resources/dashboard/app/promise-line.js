/** How a promised callback stands and what the person keyed in, each in one line. Pure. */
import { t } from './words.js';

/** @typedef {import('./wire.d.ts').PromiseView} PromiseView */

/** @param {PromiseView} promise @returns {string} 2 essais sans réponse */
export function promiseState({ status, onTheLine, attempts }) {
  if (status === 'DIALLING') return t('promise.dialling');
  if (status !== 'QUEUED') return t(`promise.over.${status}`);
  if (onTheLine) return t('promise.onTheLine');
  return attempts > 0 ? t('promise.attempts', { n: attempts }) : t('promise.waits');
}

/** @param {PromiseView} promise @returns {string} 2 personnes · 1 enfant · 34000; nothing when nothing was keyed */
export function promiseAnswers({ people, children, where }) {
  return [
    people === null ? null : t('promise.people', { n: people }),
    children === null ? null : t('promise.children', { n: children }),
    where,
  ].filter((part) => part !== null).join(' · ');
}
