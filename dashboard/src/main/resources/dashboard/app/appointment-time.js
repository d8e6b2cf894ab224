/** Days and hours of a reception, by the clock of its site: the screen may hang in another zone. Pure. */
import { wallTime } from './format.js';
import { language } from './words.js';

const HALF_WORLD_MILLIS = 14 * 3_600_000;
const DAY_MILLIS = 24 * 3_600_000;
/** As RFC 5545 writes them, Monday first. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** @param {string} at @param {string} zone @returns {string} 9 h 30, 09:30 */
export function timeIn(at, zone) {
  return wallTime(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at)));
}

/** @param {string | number} at @param {string} [zone] without one: that of the screen @returns {string} 2026-11-27 */
export function dateIn(at, zone) {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(at));
}

/** @param {string} date @param {number} days @returns {string} */
export function dateAfter(date, days) {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MILLIS).toISOString().slice(0, 10);
}

/** Moments that hold the whole of a date in whatever zone. @param {string} date */
export function spanOf(date) {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  return { from: new Date(midnight - HALF_WORLD_MILLIS).toISOString(), until: new Date(midnight + DAY_MILLIS + HALF_WORLD_MILLIS).toISOString() };
}

/** @param {string[]} days of WEEKDAYS */
export const weeklyRule = (days) => `FREQ=WEEKLY;BYDAY=${days.join(',')}`;

/** The days of a rule that every week fulfils alike, in words; any other rule as it is written. @param {string} rule */
export function ruleInWords(rule) {
  const days = /^FREQ=WEEKLY;BYDAY=((?:[A-Z]{2},?)+)$/.exec(rule)?.[1].split(',') ?? [];
  if (days.length === 0 || !days.every((day) => WEEKDAYS.includes(day))) return rule;
  return days.map(weekday).join(', ');
}

/** @param {string} code MO @returns {string} lundi */
export function weekday(code) {
  const monday = Date.UTC(2024, 0, 1);
  return new Intl.DateTimeFormat(language() === 'fr' ? 'fr-FR' : 'en-GB', { weekday: 'long', timeZone: 'UTC' })
    .format(new Date(monday + WEEKDAYS.indexOf(code) * DAY_MILLIS));
}
