/** Asks the server who can take the household, not more often than needed; the rules and the order stay there. */
import { api } from './api.js';
import { UNKNOWN } from './communes.js';

const ASK_AFTER_MILLIS = 250;
const BOARD_MOVED_MILLIS = 2_000;
const AT_FIRST = 20;
const MOST = 50;
const PERSONS_MAX = 50;

export class Fitting {
  /** @type {import('./wire.d.ts').SearchAnswer | null} */
  answer = null;
  persons = 1;
  most = AT_FIRST;
  /** @type {import('./wire.d.ts').ContactFields | null} */
  #contact = null;
  #asked = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #soon = false;
  #then;

  /** @param {() => void} then called when an answer came */
  constructor(then) {
    this.#then = then;
  }

  /** @param {import('./wire.d.ts').ContactFields | null} contact */
  look(contact) {
    this.#contact = contact;
    this.persons = contact ? Math.min(PERSONS_MAX, Math.max(1, contact.adults + contact.minors)) : 1;
    if (this.#query() !== this.#asked) this.again();
  }

  /** @param {string} placeGroupId */
  shows(placeGroupId) {
    const { answer } = this;
    return answer !== null && [...answer.fits, ...answer.nearMisses].some(({ group }) => group.placeGroupId === placeGroupId);
  }

  /** More of what fits. */
  more() {
    this.most = MOST;
    this.again();
  }

  /** The household changed, or the board may have lost its memory meanwhile. */
  again() {
    this.#soon = true;
    this.#askAfter(ASK_AFTER_MILLIS);
  }

  /** Somewhere a figure moved: the ranks may have changed, but nobody reads faster than this. */
  boardMoved() {
    if (this.#soon) return;
    this.#soon = true;
    this.#askAfter(BOARD_MOVED_MILLIS);
  }

  /** @param {number} millis */
  #askAfter(millis) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), millis);
  }

  #query() {
    const query = new URLSearchParams({ most: String(this.most) });
    const contact = this.#contact;
    if (!contact) return query.toString();
    const adults = Math.min(PERSONS_MAX, contact.adults);
    const minors = Math.min(PERSONS_MAX - adults, contact.minors);
    query.set('adults', String(adults + minors === 0 ? 1 : adults));
    query.set('minors', String(minors));
    query.set('under3', String(Math.min(minors, contact.under3)));
    query.set('householdType', contact.householdType);
    query.set('pets', contact.pets);
    if (contact.inseeCode && contact.inseeCode !== UNKNOWN) query.set('inseeCode', contact.inseeCode);
    for (const field of ['reducedMobility', 'notSeparated', 'womenOnly', 'cots', 'wayMinutes', 'youngest', 'oldest']) {
      const value = /** @type {any} */ (contact)[field] ?? false;
      if (value !== false) query.set(field, String(value)); // an age of 0 is an age
    }
    return query.toString();
  }

  async #ask() {
    this.#soon = false;
    const query = this.#query();
    this.#asked = query;
    try {
      const answer = await api('GET', `/api/board/search?${query}`);
      if (query !== this.#asked) return;
      this.answer = answer;
      this.#then();
    } catch {
      // The board's state is told by the live line; the last answer stays shown meanwhile.
      this.#asked = '';
    }
  }
}
