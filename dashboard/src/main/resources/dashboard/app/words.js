/** Every visible word comes through `t`. French first, English beside it; the choice is kept on this screen. */
import { french } from './french.js';
import { houseWord, offered } from './house-lists.js';
import { settings } from './settings.js';
import fr from './words/fr.js';
import frCodes from './words/fr-codes.js';
import en from './words/en.js';
import enCodes from './words/en-codes.js';
import frCoordination from './words/fr-coordination.js';
import enCoordination from './words/en-coordination.js';
import frArrivals from './words/fr-arrivals.js';
import enArrivals from './words/en-arrivals.js';
import frAppointments from './words/fr-appointments.js';
import enAppointments from './words/en-appointments.js';
import frShelter from './words/fr-shelter.js';
import enShelter from './words/en-shelter.js';
import frNotices from './words/fr-notices.js';
import enNotices from './words/en-notices.js';
import frPersons from './words/fr-persons.js';
import enPersons from './words/en-persons.js';
import frHouseholds from './words/fr-households.js';
import enHouseholds from './words/en-households.js';
import frFlags from './words/fr-flags.js';
import enFlags from './words/en-flags.js';
import frFlash from './words/fr-flash.js';
import enFlash from './words/en-flash.js';
import frLists from './words/fr-lists.js';
import enLists from './words/en-lists.js';
import frHandover from './words/fr-handover.js';
import enHandover from './words/en-handover.js';
import frReports from './words/fr-reports.js';
import enReports from './words/en-reports.js';
import frWall from './words/fr-wall.js';
import enWall from './words/en-wall.js';

/** @typedef {string | {one: string, other: string}} Message */

/** @type {Record<string, Record<string, Message>>} */
export const languages = { fr: { ...fr, ...frCodes, ...frCoordination, ...frArrivals, ...frAppointments, ...frShelter, ...frNotices, ...frPersons, ...frHouseholds, ...frFlags, ...frFlash, ...frHandover, ...frReports, ...frWall, ...frLists }, en: { ...en, ...enCodes, ...enCoordination, ...enArrivals, ...enAppointments, ...enShelter, ...enNotices, ...enPersons, ...enHouseholds, ...enFlags, ...enFlash, ...enHandover, ...enReports, ...enWall, ...enLists } };

const listeners = new Set();

/** @returns {'fr' | 'en'} */
export const language = () => (settings.read('language') === 'en' ? 'en' : 'fr');

/** @param {'fr' | 'en'} chosen */
export function chooseLanguage(chosen) {
  settings.write('language', chosen);
  announceLanguage();
}

/** @param {() => void} listener */
export function onLanguage(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function announceLanguage() {
  if (typeof document !== 'undefined') document.documentElement.lang = language();
  for (const listener of listeners) listener();
}

/**
 * @param {string} key
 * @param {Record<string, string | number>} [values] fill the {placeholders}; `n` chooses singular or plural
 */
export function t(key, values = {}) {
  const message = languages[language()][key];
  if (message === undefined) return key;
  return fill(typeof message === 'string' ? message : message[form(Number(values.n))], values, language());
}

/**
 * @param {string} list the name of the list, such as `contactKind`
 * @param {string | null | undefined} code
 */
export function codeWord(list, code) {
  if (!code) return t('common.unknown');
  return houseWord(list, code, language()) || ownWord(list, code, language());
}

/** What was refused, in words; a code nobody translated is our fault and said as such. @param {string} code @param {Record<string, string | number>} [values] */
export function problemWord(code, values) {
  const word = t(`problem.${code}`, values);
  return word === `problem.${code}` ? t('problem.UNEXPECTED') : word;
}

/** The program's word, whatever the house says. @param {string} list @param {string} code @param {'fr' | 'en'} lang */
export function ownWord(list, code, lang) {
  const word = languages[lang][`${list}.${code}`];
  return typeof word === 'string' ? fill(word, {}, lang) : code;
}

/** @param {string} list @returns {string[]} the codes that forms offer, in the order of the house, else as written */
export function codesOf(list) {
  return offered(list, allCodesOf(list));
}

/** @param {string} list @returns {string[]} */
function allCodesOf(list) {
  return Object.keys(languages.fr).filter((key) => key.startsWith(`${list}.`)).map((key) => key.slice(list.length + 1));
}

/** @param {string} text @param {Record<string, string | number>} values @param {string} lang */
export function fill(text, values, lang) {
  const spaced = lang === 'fr' ? french(text) : text;
  return spaced.replace(/\{(\w+)\}/g, (hole, name) => String(values[name] ?? hole));
}

/** @param {number} n @returns {'one' | 'other'} */
function form(n) {
  return new Intl.PluralRules(language()).select(n) === 'one' ? 'one' : 'other';
}
