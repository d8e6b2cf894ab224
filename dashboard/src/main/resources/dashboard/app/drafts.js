/** What was typed and is not yet on the server. It outlives a reload and a lost network, and goes when it is saved. */

const PREFIX = 'hotline.draft.';
const OLDEST_MILLIS = 48 * 3600_000;

export class Drafts {
  #storage;
  #now;

  /** @param {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} storage @param {() => number} now */
  constructor(storage, now) {
    this.#storage = storage;
    this.#now = now;
  }

  /** @param {string} contactId @returns {Record<string, unknown>} */
  read(contactId) {
    try {
      const kept = JSON.parse(this.#storage.getItem(PREFIX + contactId) ?? 'null');
      return kept && this.#now() - kept.at < OLDEST_MILLIS ? kept.fields : {};
    } catch {
      return {};
    }
  }

  /** @param {string} contactId @param {Record<string, unknown>} fields @returns {boolean} false when this browser keeps nothing */
  keep(contactId, fields) {
    try {
      if (Object.keys(fields).length === 0) this.#storage.removeItem(PREFIX + contactId);
      else this.#storage.setItem(PREFIX + contactId, JSON.stringify({ at: this.#now(), fields }));
      return true;
    } catch {
      return false;
    }
  }
}
