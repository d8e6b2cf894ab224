/** "Same as yesterday": which earlier request there is to ask for again, and asking for it. */
import { api, surely } from './api.js';
import { now } from './clock.js';
import { dayAndTime, daysBetween } from './format.js';
import { codeWord, t } from './words.js';

/** @typedef {import('./wire.d.ts').EarlierContact} EarlierContact */

const REQUESTS = ['SHELTER_REQUEST', 'RENEWAL'];

/**
 * @param {import('./wire.d.ts').Card | null} card
 * @param {import('./wire.d.ts').Contact | null} contact the one that is open on the desk
 * @returns {EarlierContact | null} the caller's last request, only for the contact of this very call
 */
export function lastAsked(card, contact) {
  if (!card || !contact || contact.closedAt || card.contactId !== contact.contactId) return null;
  const asked = card.earlierContacts.filter(({ openedAt, kinds }) => openedAt < contact.openedAt && kinds.some((kind) => REQUESTS.includes(kind)));
  return asked.sort((a, b) => b.openedAt.localeCompare(a.openedAt))[0] ?? null;
}

/** @param {EarlierContact} last @returns {string} Même demande qu’hier */
export function renewWord(last) {
  return t(daysBetween(last.openedAt, now()) === 1 ? 'renew.yesterday' : 'renew.lastTime');
}

/** @param {EarlierContact} last @returns {string} hier 19 h 40, femme avec enfant(s) */
export function renewedFrom(last) {
  return [dayAndTime(last.openedAt, now()), codeWord('householdType', last.householdType).toLowerCase()].join(', ');
}

/** What was typed goes first, so that nothing typed is filled over. @param {import('./desk.js').Desk} desk @param {EarlierContact} last @param {typeof api} [door] */
export async function renew(desk, last, door = api) {
  const { file } = desk;
  if (!file || !(await file.save())) return;
  await desk.act(async () => {
    const body = { version: file.server.version, lastContactId: last.contactId };
    file.serverHas(await surely(() => door('POST', `/api/contacts/${file.server.contactId}/renew`, body)));
  });
}
