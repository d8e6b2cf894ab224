/** The vulnerabilities of one person: opened by a press, because each opening is on record, and forgotten with the file. */
import { Problem, api, surely } from './api.js';

/** @typedef {{maySee: boolean, mayWrite: boolean}} FlagRight */

const NONE = { maySee: false, mayWrite: false };

/** Whether this account has anything to open; a server that does not answer gives no right. @param {typeof api} [door] @returns {Promise<FlagRight>} */
export async function flagRight(door = api) {
  try {
    return await door('GET', '/api/vulnerability-right');
  } catch (problem) {
    if (problem instanceof Problem) return NONE;
    throw problem;
  }
}

export class Flags extends EventTarget {
  /** Null until somebody opened them. @type {import('./wire.d.ts').ShownFlags | null} */
  shown = null;
  /** @type {{code: string} | null} */
  problem = null;
  #door;

  /** @param {string} personId @param {string} contactId an open contact @param {typeof api} [door] */
  constructor(personId, contactId, door = api) {
    super();
    this.personId = personId;
    this.contactId = contactId;
    this.#door = door;
  }

  get #path() {
    return `/api/persons/${this.personId}/vulnerabilities`;
  }

  async open() {
    await this.#becomes(() => this.#door('GET', `${this.#path}?purpose=CALL&subject=${this.contactId}`));
  }

  /** @param {string} code noted when it is not, else erased */
  async toggle(code) {
    const path = this.shown?.flags.some((flag) => flag.code === code) ? `${this.#path}/erase` : this.#path;
    await this.#becomes(() => this.#door('POST', path, { code, purpose: 'CALL', subject: this.contactId }));
  }

  /** @param {() => Promise<import('./wire.d.ts').ShownFlags>} asking */
  async #becomes(asking) {
    this.problem = null;
    try {
      this.shown = await surely(asking);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = { code: problem.code };
    }
    this.dispatchEvent(new Event('change'));
  }
}
