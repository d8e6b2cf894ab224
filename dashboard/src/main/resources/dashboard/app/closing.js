/** Closing a contact. What becomes of tonight's request is asked first, once; no answer ever keeps a contact open. */
import { Problem, api, surely } from './api.js';

/** @typedef {import('./contact-file.js').ContactFile} ContactFile */
/** @typedef {import('./wire.d.ts').RequestView} RequestView */
/** @typedef {import('./wire.d.ts').RequestDecision} RequestDecision */

export class Closing {
  /** What is asked before the contact closes. @type {RequestView | null} */
  question = null;
  #busy = false;
  #desk;
  #api;

  /** @param {Pick<import('./desk.js').Desk, 'file' | 'missing' | 'problem' | 'act' | 'changed' | 'contactClosed'>} desk @param {typeof api} [door] */
  constructor(desk, door = api) {
    this.#desk = desk;
    this.#api = door;
  }

  /** Closes at once when there is nothing to ask. */
  begin() {
    return this.#step(async (file) => {
      const view = await this.#look(file);
      if (this.#desk.file !== file) return;
      if (view?.toDecide) this.question = view;
      else await this.#close(file);
    });
  }

  /** @param {RequestDecision} decision */
  decide(decision) {
    return this.#step(async (file) => {
      await surely(() => this.#api('PUT', pathOf(file), decision)).catch(unlessOver);
      await this.#close(file);
    });
  }

  /** Nobody says why: the request is open all the same, and in the morning it is seen that nobody decided it. */
  leaveUndecided() {
    return this.#step(async (file) => {
      await surely(() => this.#api('POST', pathOf(file))).catch(unlessAway);
      await this.#close(file);
    });
  }

  /** Back to the form, or to another contact. */
  forget() {
    this.question = null;
    this.#desk.changed();
  }

  /** @param {ContactFile} file @returns {Promise<RequestView | null>} */
  #look(file) {
    return this.#api('GET', pathOf(file)).catch(unlessAway);
  }

  /** @param {ContactFile} file */
  async #close(file) {
    this.question = null;
    await this.#api('POST', `/api/contacts/${file.server.contactId}/close`, { version: file.server.version });
    await this.#desk.contactClosed(file);
  }

  /** A second press while the first is on its way does nothing. @param {(file: ContactFile) => Promise<void>} act */
  async #step(act) {
    const desk = this.#desk;
    const { file } = desk;
    if (!file || this.#busy) return;
    this.#busy = true;
    try {
      if (!(await file.save())) return;
      desk.missing = null;
      await desk.act(() => act(file));
      if (desk.problem?.field) desk.missing = desk.problem.field;
    } finally {
      this.#busy = false;
    }
  }
}

/** @param {ContactFile} file */
const pathOf = (file) => `/api/contacts/${file.server.contactId}/request`;

/** Meanwhile a place was promised: there is nothing to say any more. @param {unknown} problem */
function unlessOver(problem) {
  if (!(problem instanceof Problem) || problem.code !== 'REQUEST_OVER') throw problem;
  return null;
}

/** Fail-open: whatever keeps us from asking keeps no contact open; closing says by itself what it meets. @param {unknown} problem */
function unlessAway(problem) {
  if (!(problem instanceof Problem) || problem.status === 401) throw problem;
  return null;
}
