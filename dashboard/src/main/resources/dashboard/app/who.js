/** Who a contact is with: suggested by the number, searched, linked, and their file opened for this contact. */
import { Problem, api, surely } from './api.js';
import { searched } from './person-name.js';

/** @typedef {import('./wire.d.ts').FoundPerson} FoundPerson */
/** @typedef {import('./wire.d.ts').PersonDetails} PersonDetails */
/** @typedef {import('./wire.d.ts').PersonFile} PersonFile */

export class Who extends EventTarget {
  /** @type {FoundPerson | null} */
  linked = null;
  /** By the number. @type {FoundPerson[]} */
  found = [];
  /** What was searched for; null before the first search. @type {FoundPerson[] | null} */
  results = null;
  /** @type {PersonFile | null} */
  file = null;
  /** @type {{code: string, field?: string} | null} */
  problem = null;
  loaded = false;
  #door;

  /** @param {string} contactId an open contact @param {typeof api} [door] */
  constructor(contactId, door = api) {
    super();
    this.contactId = contactId;
    this.#door = door;
  }

  get #path() {
    return `/api/contacts/${this.contactId}/person`;
  }

  get #opening() {
    return { purpose: 'CALL', subject: this.contactId };
  }

  async look() {
    await this.#act(async () => this.#is(await this.#door('GET', this.#path)));
  }

  /** @param {string} text @param {string} year */
  async search(text, year) {
    const wanted = searched(text, year);
    if (!wanted) return;
    await this.#act(async () => (this.results = (await this.#door('POST', `${this.#path}/search`, wanted)).found));
  }

  /** @param {string} personId */
  async link(personId) {
    await this.#act(async () => {
      await surely(() => this.#door('PUT', this.#path, { personId }));
      this.results = null;
      this.#is(await this.#door('GET', this.#path));
    });
    this.#linkedBy();
  }

  async unlink() {
    await this.#act(async () => {
      await surely(() => this.#door('DELETE', this.#path));
      this.file = null;
      this.#is(await this.#door('GET', this.#path));
    });
  }

  /** Somebody new, perhaps without a name. @param {PersonDetails} details @param {string} personId made once, so that a second click is the same person */
  async add(details, personId) {
    await this.#act(async () => {
      await surely(() => this.#door('POST', '/api/persons', { personId, ...this.#opening, ...details }));
      await surely(() => this.#door('PUT', this.#path, { personId }));
      this.#is(await this.#door('GET', this.#path));
    });
    this.#linkedBy();
  }

  /** The agent has said who it is, which is more than that the page found it so. */
  #linkedBy() {
    if (this.linked && !this.problem) this.dispatchEvent(new Event('linked'));
  }

  async open() {
    const personId = this.linked?.personId;
    if (!personId) return;
    const { purpose, subject } = this.#opening;
    await this.#act(async () => (this.file = await this.#door('GET', `/api/persons/${personId}?purpose=${purpose}&subject=${subject}`)));
    if (!this.problem) this.dispatchEvent(new Event('opened'));
  }

  /** @param {PersonDetails} details */
  async change(details) {
    await this.#onFile(({ person }) =>
      this.#door('PUT', `/api/persons/${person.personId}`, { version: person.version, ...this.#opening, ...details }));
    if (!this.problem) await this.look();
  }

  /** @param {string} numberId @param {{safeToText: boolean | null, safeToCall: boolean | null}} safe */
  async saySafe(numberId, safe) {
    await this.#onFile(({ person }) => this.#door('PUT', `/api/persons/${person.personId}/numbers/${numberId}`, { ...this.#opening, ...safe }));
  }

  /** @param {string} number as it was said @param {string} numberId */
  async addNumber(number, numberId) {
    await this.#onFile(({ person }) => this.#door('POST', `/api/persons/${person.personId}/numbers`, { numberId, number, ...this.#opening }));
  }

  /** @param {string} numberId */
  async removeNumber(numberId) {
    const { purpose, subject } = this.#opening;
    await this.#onFile(({ person }) => this.#door('DELETE', `/api/persons/${person.personId}/numbers/${numberId}?purpose=${purpose}&subject=${subject}`));
  }

  /** @param {string} otherId the same person, noted twice @param {string} mergeId made once, so that a second click is the same merge */
  async merge(otherId, mergeId) {
    await this.#onFile(({ person }) => this.#door('POST', `/api/persons/${person.personId}/merges`, { mergeId, otherId, ...this.#opening }));
    if (!this.problem) await this.open();
  }

  /** @param {string} mergeId */
  async undoMerge(mergeId) {
    await this.#onFile(({ person }) => this.#door('POST', `/api/persons/${person.personId}/merges/${mergeId}/undo`, this.#opening));
    if (!this.problem) await this.open();
  }

  /** @param {(file: PersonFile) => Promise<any>} change answers the person as it stands now */
  async #onFile(change) {
    const { file } = this;
    if (file) await this.#act(async () => (this.file = { ...file, person: await surely(() => change(file)) }));
  }

  /** @param {{linked: FoundPerson | null, found: FoundPerson[]}} who */
  #is(who) {
    Object.assign(this, who, { loaded: true });
  }

  /** @param {() => Promise<unknown>} doing */
  async #act(doing) {
    this.problem = null;
    try {
      await doing();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = { code: problem.code, field: problem.body.field };
    }
    this.dispatchEvent(new Event('change'));
  }
}
