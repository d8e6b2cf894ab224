/** The household of who is calling: who is in it, who comes and leaves, and whom it speaks to first. */
import { Problem, api, surely } from './api.js';
import { searched } from './person-name.js';

/** @typedef {import('./wire.d.ts').HouseholdFile} HouseholdFile */
/** @typedef {import('./composition.js').Composition} Composition */

export class Household extends EventTarget {
  /** @type {HouseholdFile | null} */
  file = null;
  /** Who could be added; null before the first search. @type {import('./wire.d.ts').FoundPerson[] | null} */
  candidates = null;
  /** @type {{code: string, field?: string} | null} */
  problem = null;
  #personId = '';
  /** The first look at this person's household. */
  #looking = Promise.resolve();
  #door;

  /** @param {string} contactId an open contact @param {typeof api} [door] */
  constructor(contactId, door = api) {
    super();
    this.contactId = contactId;
    this.#door = door;
  }

  get #opening() {
    return { purpose: 'CALL', subject: this.contactId };
  }

  get #path() {
    return `/api/persons/${this.#personId}/household`;
  }

  /** Null: nobody in particular. @param {string | null} personId */
  async follow(personId) {
    if ((personId ?? '') !== this.#personId) {
      this.#personId = personId ?? '';
      Object.assign(this, { file: null, candidates: null, problem: null });
      this.#looking = this.look();
    }
    await this.#looking;
  }

  async look() {
    if (this.#personId === '') return;
    const { purpose, subject } = this.#opening;
    await this.#becomes(() => this.#door('GET', `${this.#path}?purpose=${purpose}&subject=${subject}`));
  }

  /** @param {Composition} said @param {{householdId: string, memberId: string}} ids made once, so that a second click is the same household */
  async start(said, ids) {
    await this.#becomes(() => this.#door('POST', this.#path, { ...ids, role: 'HEAD', ...said, ...this.#opening }));
  }

  /** @param {Composition} said */
  async change(said) {
    const version = this.file?.household?.version;
    await this.#becomes(() => this.#door('PUT', this.#path, { version, ...said, ...this.#opening }));
  }

  /** @param {string} text a code or a name @param {string} year */
  async search(text, year) {
    const wanted = searched(text, year);
    if (!wanted) return;
    const inside = new Set(this.file?.household?.members.map(({ personId }) => personId));
    await this.#act(async () => {
      const { found } = await this.#door('POST', `/api/contacts/${this.contactId}/person/search`, wanted);
      this.candidates = found.filter((/** @type {{personId: string}} */ { personId }) => !inside.has(personId));
    });
  }

  /** @param {string} otherId @param {{memberId: string, role: string, from: string}} arrival */
  async join(otherId, arrival) {
    await this.#becomes(() => this.#door('POST', `${this.#path}/members`, { otherId, ...arrival, ...this.#opening }));
    if (!this.problem) this.candidates = null;
  }

  /** Somebody who has no file yet, perhaps without a name. @param {{firstName: string, birthYear: number | null}} said @param {string} personId made once @param {{memberId: string, role: string, from: string}} arrival */
  async joinNew(said, personId, arrival) {
    await this.#act(() => surely(() => this.#door('POST', '/api/persons', { personId, ...said, ...this.#opening })));
    if (!this.problem) await this.join(personId, arrival);
  }

  /** @param {string} memberId @param {string} on their last day */
  async leave(memberId, on) {
    await this.#becomes(() => this.#door('POST', `${this.#path}/members/${memberId}/leave`, { on, ...this.#opening }));
  }

  /** Only when the persons agreed. @param {string} agent @param {string} referentId made once */
  async nameReferent(agent, referentId) {
    await this.#becomes(() => this.#door('PUT', `${this.#path}/referent`, { referentId, agent, agreed: true, ...this.#opening }));
  }

  /** @param {string} reason */
  async endReferent(reason) {
    await this.#becomes(() => this.#door('POST', `${this.#path}/referent/end`, { reason, ...this.#opening }));
  }

  /** @param {() => Promise<HouseholdFile>} asking */
  async #becomes(asking) {
    await this.#act(async () => (this.file = await surely(asking)));
  }

  /** @param {() => Promise<unknown>} doing */
  async #act(doing) {
    this.problem = null;
    try {
      await doing();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (problem.code === 'CHANGED_ELSEWHERE') this.file = problem.body.current;
      this.problem = { code: problem.code, field: problem.body.field };
    }
    this.dispatchEvent(new Event('change'));
  }
}
