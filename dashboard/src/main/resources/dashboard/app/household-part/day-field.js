/** Days as a field of a form writes them. */
import { now } from '../clock.js';

/** @returns {string} 2026-11-27, by the clock on the wall here */
export function today() {
  const date = new Date(now());
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
