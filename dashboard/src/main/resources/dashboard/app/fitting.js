/** Asks the server which groups fit the household, not more often than needed; the rules stay there. */
import { api } from './api.js';

const ASK_AFTER_MILLIS = 250;

export class Fitting {
  /** @type {Map<string, import('./wire.d.ts').GroupView>} */
  answers = new Map();
  persons = 1;
  #asked = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #then;

  /** @param {() => void} then called when an answer came */
  constructor(then) {
    this.#then = then;
  }

  /** @param {import('./wire.d.ts').ContactFields | null} contact */
  look(contact) {
    this.persons = contact ? Math.max(1, contact.adults + contact.minors) : 1;
    const query = new URLSearchParams(contact
      ? { persons: String(this.persons), householdType: contact.householdType, pets: contact.pets }
      : {});
    if (query.toString() === this.#asked) return;
    this.#asked = query.toString();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(this.#asked), ASK_AFTER_MILLIS);
  }

  /** The board may have lost its memory meanwhile. */
  again() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(this.#asked), ASK_AFTER_MILLIS);
  }

  /** @param {string} query */
  async #ask(query) {
    try {
      const board = await api('GET', `/api/board?${query}`);
      if (query !== this.#asked) return;
      this.answers = new Map(board.groups.map((/** @type {any} */ group) => [group.placeGroupId, group]));
      this.#then();
    } catch {
      // The board's state is told by the live line; the last answer stays shown meanwhile.
      this.#asked = '';
    }
  }
}
