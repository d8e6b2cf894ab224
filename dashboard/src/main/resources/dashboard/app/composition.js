/** How many people ask together: what a contact says, what their household says, and what the one takes over from the other. */
import { codeWord, t } from './words.js';

/** @typedef {Pick<import('./wire.d.ts').Household, 'householdType' | 'adults' | 'minors' | 'under3' | 'pets'>} Composition */

/** What a new contact says before anybody asked. @type {Record<keyof Composition, string | number>} */
const NOT_ASKED = { householdType: 'UNKNOWN', adults: 1, minors: 0, under3: 0, pets: 'NONE' };
const FIELDS = /** @type {Array<keyof Composition>} */ (Object.keys(NOT_ASKED));

/** What the contact says of the people who ask together. @param {Partial<Record<keyof Composition, any>>} contact @returns {Composition} */
export function composition(contact) {
  return /** @type {Composition} */ (Object.fromEntries(FIELDS.map((field) => [field, contact[field] ?? NOT_ASKED[field]])));
}

/** What the contact takes over: only where nobody has said anything yet. @param {Composition} household @param {Partial<Record<keyof Composition, any>>} contact @returns {Partial<Composition>} */
export function prefill(household, contact) {
  const said = composition(contact);
  if (said.householdType !== NOT_ASKED.householdType) return {};
  return Object.fromEntries(FIELDS.filter((field) => said[field] === NOT_ASKED[field] && household[field] !== said[field]).map((field) => [field, household[field]]));
}

/** @param {Composition} household @param {Partial<Record<keyof Composition, any>>} contact */
export function differs(household, contact) {
  const said = composition(contact);
  return FIELDS.some((field) => said[field] !== household[field]);
}

/** @param {Composition} household @returns {string} Femme avec enfant, 1 adulte, 2 enfants, dont 1 de moins de 3 ans, chien */
export function peopleWords({ householdType, adults, minors, under3, pets }) {
  return [
    codeWord('householdType', householdType),
    adults > 0 ? t('household.adults', { n: adults }) : '',
    minors > 0 ? t('household.minors', { n: minors }) : '',
    under3 > 0 ? t('household.under3', { n: under3 }) : '',
    pets === 'NONE' ? '' : codeWord('pets', pets).toLowerCase(),
  ].filter(Boolean).join(', ');
}
