/** Figures in words, by their unit. A figure that has nothing to look at is a dash, never a zero. */
import { language, t } from './words.js';

/** @typedef {'CALLS' | 'CALLERS' | 'CALLS_PER_CALLER' | 'SHARE' | 'SECONDS'} Unit */

/** @param {number} n @param {number} digits after the comma, at most */
const written = (n, digits) => new Intl.NumberFormat(language() === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(n);

/** @param {number | null | undefined} value @param {Unit} unit @returns {string} 40,0 %; 12 min 05 s; 1,67; 100 */
export function figure(value, unit) {
  if (value === null || value === undefined) return '–';
  switch (unit) {
    case 'SHARE': return t('figure.share', { n: written(100 * value, 1) });
    case 'SECONDS': return seconds(value);
    case 'CALLS_PER_CALLER': return written(value, 2);
    default: return written(value, Number.isInteger(value) ? 0 : 1);
  }
}

/** @param {number} value */
function seconds(value) {
  const whole = Math.round(value);
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  if (whole < 60) return t('figure.seconds', { s: whole });
  if (whole < 3600) return t('figure.minutes', { m: Math.floor(whole / 60), s: two(whole % 60) });
  return t('figure.hours', { h: Math.floor(whole / 3600), m: two(Math.floor((whole % 3600) / 60)) });
}

/** @param {string} moment @param {string} zone the deployment's, whatever this screen's is @returns {string} 14 h */
export function hourOf(moment, zone) {
  const hour = new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', hourCycle: 'h23', timeZone: zone }).formatToParts(new Date(moment)).find((part) => part.type === 'hour');
  return t('figure.hour', { h: Number(hour?.value) });
}

/** @param {string} moment @param {string} zone @returns {string} lun. 23/11 */
export function dayOf(moment, zone) {
  return new Intl.DateTimeFormat(language() === 'fr' ? 'fr-FR' : 'en-GB', { weekday: 'short', day: '2-digit', month: '2-digit', timeZone: zone }).format(new Date(moment));
}
