/** Times, ages and countdowns in words. Pure: the clock and the zone are given. */
import { language, t } from './words.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** @param {number} n */
const two = (n) => String(n).padStart(2, '0');

/** @param {string | number} at @returns {string} 18 h 47, 18:47 */
export function clockTime(at) {
  const date = new Date(at);
  return wallTime(`${two(date.getHours())}:${two(date.getMinutes())}`);
}

/** @param {string} text a time of day as the server writes it, 20:30 or 20:30:00 */
export function wallTime(text) {
  const [hours, minutes] = text.split(':');
  if (language() !== 'fr') return `${hours}:${minutes}`;
  return minutes === '00' ? `${Number(hours)}\u00a0h` : `${Number(hours)}\u00a0h\u00a0${minutes}`;
}

/** @param {number} part @param {number} whole @returns {string} 14 %, and a dash where there is nothing to share */
export function share(part, whole) {
  if (whole === 0) return '–';
  const percent = Math.round((100 * part) / whole);
  return language() === 'fr' ? `${percent}\u00a0%` : `${percent}%`;
}

/** @param {string} from @param {number} nowMillis @returns {string} il y a 12 min */
export function age(from, nowMillis) {
  const millis = nowMillis - Date.parse(from);
  if (millis < MINUTE) return t('age.now');
  if (millis < HOUR) return t('age.minutes', { n: Math.floor(millis / MINUTE) });
  if (millis < 12 * HOUR) {
    return t('age.hours', { h: Math.floor(millis / HOUR), m: two(Math.floor((millis % HOUR) / MINUTE)) });
  }
  return dayAndTime(from, nowMillis);
}

/** @param {string} from @param {number} nowMillis seconds count here: enregistré il y a 2 s */
export function shortAge(from, nowMillis) {
  const seconds = Math.max(0, Math.floor((nowMillis - Date.parse(from)) / 1000));
  return seconds < 60 ? t('age.seconds', { n: seconds }) : age(from, nowMillis);
}

/** @param {string} at @param {number} nowMillis @returns {string} hier 19 h 40 */
export function dayAndTime(at, nowMillis) {
  const days = daysBetween(at, nowMillis);
  if (days === 0) return t('day.today', { time: clockTime(at) });
  if (days === 1) return t('day.yesterday', { time: clockTime(at) });
  return `${day(at)} ${clockTime(at)}`;
}

/** @param {string} at @returns {string} ven. 20/11 */
export function day(at) {
  return new Intl.DateTimeFormat(language() === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: 'short', day: '2-digit', month: '2-digit',
  }).format(new Date(at));
}

/** @param {string} date 2026-11-22 @returns {string} dimanche 22 novembre */
export function night(date) {
  return new Intl.DateTimeFormat(language() === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC',
  }).format(new Date(`${date}T12:00:00Z`));
}

/** @param {number} millis @returns {string} 04:12, and 1:04:12 from the hour on */
export function elapsed(millis) {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** @param {string} until @param {number} nowMillis @returns {string} 6:48, never below 0:00 */
export function countdown(until, nowMillis) {
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - nowMillis) / 1000));
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

/** @param {number} seconds @returns {string} 41 min, 1 h 12 */
export function duration(seconds) {
  if (seconds < 60) return t('duration.seconds', { n: Math.max(0, Math.floor(seconds)) });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return t('duration.minutes', { n: minutes });
  return t('duration.hours', { h: Math.floor(minutes / 60), m: two(minutes % 60) });
}

/** @param {string} at @param {number} nowMillis midnights between the two */
export function daysBetween(at, nowMillis) {
  const midnight = (/** @type {string | number} */ when) => new Date(when).setHours(0, 0, 0, 0);
  return Math.round((midnight(nowMillis) - midnight(at)) / (24 * HOUR));
}
