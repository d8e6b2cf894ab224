/** One open contact: what the server has, what was typed since, and how the two come together. */
import { Problem } from './api.js';

/** @typedef {import('./wire.d.ts').Contact} Contact */
/** @typedef {'SAVED' | 'TYPED' | 'SAVING' | 'KEPT_HERE' | 'CONFLICT'} SaveState */

const SAVE_AFTER_MILLIS = 700;
const RETRY_AFTER_MILLIS = 4000;

export class ContactFile extends EventTarget {
  /** @type {Record<string, any>} */
  #typed;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Promise<void> | null} */
  #saving = null;
  #stopped = false;
  #api;
  #drafts;

  /**
   * @param {Contact} contact
   * @param {{api: typeof import('./api.js').api, drafts: import('./drafts.js').Drafts}} doors
   */
  constructor(contact, { api, drafts }) {
    super();
    this.server = contact;
    this.#api = api;
    this.#drafts = drafts;
    this.#typed = contact.closedAt ? {} : drafts.read(contact.contactId);
    /** @type {SaveState} */
    this.state = 'SAVED';
    /** @type {string | null} */
    this.savedAt = null;
    /** @type {Array<{field: string, mine: unknown, theirs: unknown}>} */
    this.conflicts = [];
    if (this.unsaved) this.#later(0);
  }

  get unsaved() {
    return Object.keys(this.#typed).length > 0;
  }

  /** @returns {Contact} as the agent sees it */
  get view() {
    return { ...this.server, ...this.#typed };
  }

  /** @param {string} field @param {unknown} value */
  type(field, value) {
    this.#typed[field] = value;
    this.#keep();
    this.#become('TYPED');
    this.#later(SAVE_AFTER_MILLIS);
  }

  /** @returns {Promise<boolean>} true when everything typed is on the server */
  async save() {
    clearTimeout(this.#timer);
    while (this.unsaved && this.conflicts.length === 0) {
      this.#saving ??= this.#send().finally(() => (this.#saving = null));
      await this.#saving;
      if (this.state === 'KEPT_HERE') break;
    }
    return !this.unsaved;
  }

  /** No more attempts by itself; what is unsaved stays in the draft. */
  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** What the server filled in, unless something later is here already; what is typed stays above it. @param {Contact} contact */
  serverHas(contact) {
    if (contact.version > this.server.version) this.server = contact;
    this.dispatchEvent(new Event('change'));
  }

  /** @param {string} field @param {'MINE' | 'THEIRS'} choice */
  settle(field, choice) {
    if (choice === 'THEIRS') delete this.#typed[field];
    this.conflicts = this.conflicts.filter((conflict) => conflict.field !== field);
    this.#keep();
    this.#become(this.conflicts.length > 0 ? 'CONFLICT' : this.unsaved ? 'TYPED' : 'SAVED');
    if (this.conflicts.length === 0) this.#later(0);
  }

  async #send() {
    const sent = { ...this.#typed };
    this.#become('SAVING');
    try {
      const answer = await this.#api('PATCH', `/api/contacts/${this.server.contactId}`, { version: this.server.version, ...sent });
      this.server = { ...this.server, ...sent, version: answer.version };
      this.savedAt = answer.savedAt;
      for (const field of Object.keys(sent)) if (same(this.#typed[field], sent[field])) delete this.#typed[field];
      this.#keep();
      this.#become(this.unsaved ? 'TYPED' : 'SAVED');
    } catch (problem) {
      this.#refused(problem);
    }
  }

  /** @param {unknown} problem */
  #refused(problem) {
    if (problem instanceof Problem && problem.code === 'CHANGED_ELSEWHERE') return this.#meet(problem.body.current);
    this.#become('KEPT_HERE');
    this.dispatchEvent(new CustomEvent('refused', { detail: problem }));
    if (!(problem instanceof Problem) || problem.unknown || problem.status >= 500) this.#later(RETRY_AFTER_MILLIS);
  }

  /** Someone else saved meanwhile: only a field that both changed, differently, is a conflict. @param {Contact} current */
  #meet(current) {
    const before = /** @type {Record<string, any>} */ (this.server);
    const theirs = /** @type {Record<string, any>} */ (current);
    this.conflicts = Object.keys(this.#typed)
      .filter((field) => !same(theirs[field], before[field]) && !same(theirs[field], this.#typed[field]))
      .map((field) => ({ field, mine: this.#typed[field], theirs: theirs[field] }));
    this.server = current;
    this.#become(this.conflicts.length > 0 ? 'CONFLICT' : 'TYPED');
  }

  /** @param {number} millis */
  #later(millis) {
    clearTimeout(this.#timer);
    if (!this.#stopped) this.#timer = setTimeout(() => void this.save(), millis);
  }

  #keep() {
    this.#drafts.keep(this.server.contactId, this.#typed);
  }

  /** @param {SaveState} state */
  #become(state) {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}

/** @param {unknown} a @param {unknown} b */
function same(a, b) {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
