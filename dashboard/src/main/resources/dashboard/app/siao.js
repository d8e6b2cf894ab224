/** What must be typed into the State's system, from what was said in the contact: one value for each of its fields. */
import { UNKNOWN, communeName } from './communes.js';
import { codeWord, t } from './words.js';

/** @typedef {import('./wire.d.ts').Contact} Contact */
/** @typedef {import('./wire.d.ts').Person} Person */

/** What nobody said stays empty: an empty field is filled by who knows, "unknown" would be copied. @param {string} list @param {string | null | undefined} code */
const word = (list, code) => (code && code !== UNKNOWN ? codeWord(list, code) : '');

/**
 * @param {Contact} contact
 * @param {Person | null} person who it is with, when it is somebody in particular
 * @returns {Array<{field: string, value: string}>} in the order of its screens: who, with whom, where from, what for
 */
export function siaoFields(contact, person) {
  const needs = contact.needs.map((need) => codeWord('need', need)).join(', ');
  /** @type {Array<[string, string | number | null | undefined]>} */
  const all = [
    ['lastName', person?.lastName],
    ['firstName', person?.firstName],
    ['usedName', person?.pseudonym || contact.pseudonym],
    ['birthYear', person?.birthYear],
    ['gender', word('gender', person?.gender)],
    ['language', word('language', person?.language ?? contact.language)],
    ['householdType', word('householdType', contact.householdType)],
    ['persons', contact.adults + contact.minors],
    ['adults', contact.adults],
    ['minors', contact.minors],
    ['under3', contact.under3],
    ['pets', contact.pets === 'NONE' ? '' : word('pets', contact.pets)],
    ['reducedMobility', contact.reducedMobility ? t('common.yes') : ''],
    ['notSeparated', contact.notSeparated ? t('common.yes') : ''],
    ['commune', communeName(contact.inseeCode)],
    ['lastNight', word('lastNight', contact.lastNight)],
    ['kinds', contact.kinds.map((kind) => codeWord('contactKind', kind)).join(', ')],
    ['needs', needs],
    ['wish', contact.personWish],
    ['nextStep', word('nextStep', contact.nextStep)],
  ];
  return all.map(([field, value]) => ({ field, value: value === null || value === undefined ? '' : String(value) }));
}

/** The whole sheet as text: what is filled, one line each. @param {Array<{field: string, value: string}>} fields */
export function siaoText(fields) {
  return fields.filter(({ value }) => value !== '').map(({ field, value }) => `${t(`siao.${field}`)}\u00a0: ${value}`).join('\n');
}
