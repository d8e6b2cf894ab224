/** From a free place to a promise: hold, offer, refuse, confirm. Every step carries an id made here, so that a repeat does nothing twice. */
import { Problem, api, surely } from './api.js';

/** @typedef {import('./wire.d.ts').HoldView} HoldView */
/** @typedef {import('./wire.d.ts').Placed} Placed */
/** @typedef {{kind: 'BUSY'} | {kind: 'PROBLEM', code: string, alternatives?: import('./wire.d.ts').FoundPlace[]} | {kind: 'PLACED', placed: Placed, persons: number, contactId: string | null}} PlaceNote */

export class Placing {
  /** What is to be said on one place's card. @type {Map<string, PlaceNote>} */
  notes = new Map();
  /** What is on its way, by place group. @type {Map<string, Promise<boolean>>} */
  #running = new Map();
  #state;
  #api;

  /** @param {import('./live-state.js').LiveState} state @param {typeof api} [door] */
  constructor(state, door = api) {
    this.#state = state;
    this.#api = door;
  }

  /** @param {string} placeGroupId @param {number} places @param {string} contactId */
  hold(placeGroupId, places, contactId) {
    const body = { holdId: crypto.randomUUID(), placeGroupId, places, contactId };
    return this.#step(placeGroupId, async () => {
      this.#state.holdIs(await surely(() => this.#api('POST', '/api/holds', body)));
    });
  }

  /** @param {HoldView} hold */
  extend(hold) {
    return this.#next(hold, async () => {
      this.#state.holdIs(await this.#api('POST', `/api/holds/${hold.holdId}/extend`));
    });
  }

  /** @param {HoldView} hold */
  release(hold) {
    return this.#next(hold, async () => {
      await surely(() => this.#api('DELETE', `/api/holds/${hold.holdId}`));
      this.#state.holdIs({ ...hold, status: 'RELEASED' });
    });
  }

  /** @param {HoldView} hold @param {string} reason */
  refuse(hold, reason) {
    return this.#next(hold, async () => {
      await this.#offer(hold);
      await surely(() => this.#api('POST', `/api/holds/${hold.holdId}/refuse`, { reason }));
      this.#state.holdIs({ ...hold, status: 'RELEASED' });
    });
  }

  /** @param {HoldView} hold @param {boolean} sms @param {number} persons who were promised it: a room may hold more */
  confirm(hold, sms, persons) {
    const body = { placementId: crypto.randomUUID(), sms };
    return this.#next(hold, async () => {
      await this.#offer(hold);
      const placed = await surely(() => this.#api('POST', `/api/holds/${hold.holdId}/confirm`, body));
      this.#state.holdIs({ ...hold, status: 'CONVERTED' });
      this.notes.set(hold.placeGroupId, { kind: 'PLACED', placed, persons, contactId: hold.contactId });
    });
  }

  /** @param {string | null} contactId @returns {Set<string>} the groups of which this contact was promised a place */
  promised(contactId) {
    return new Set([...this.notes.keys()].filter((id) => this.noteOf(id, contactId)?.kind === 'PLACED'));
  }

  /** What is to be said on this card beside this contact: a promise to somebody else is not. @param {string} placeGroupId @param {string | null} contactId @returns {PlaceNote | null} */
  noteOf(placeGroupId, contactId) {
    const note = this.notes.get(placeGroupId) ?? null;
    return note?.kind === 'PLACED' && note.contactId !== contactId ? null : note;
  }

  /** What was said on the cards belongs to the contact that was closed. */
  forget() {
    this.notes.clear();
    this.#running.clear();
  }

  /** An answer is an answer to an offer. @param {HoldView} hold */
  async #offer(hold) {
    if (!hold.offeredAt) await surely(() => this.#api('POST', `/api/holds/${hold.holdId}/offer`));
  }

  /**
   * The live line tells of a hold before our own question for it is answered, and an agent is quick: what is done with it waits and is not lost.
   * @param {HoldView} hold @param {() => Promise<void>} act
   */
  async #next(hold, act) {
    await this.#running.get(hold.placeGroupId);
    return this.#step(hold.placeGroupId, act);
  }

  /** A second wish beside one that is on its way is the same key twice. @param {string} placeGroupId @param {() => Promise<void>} act @returns {Promise<boolean>} */
  #step(placeGroupId, act) {
    if (this.notes.get(placeGroupId)?.kind === 'BUSY') return Promise.resolve(false);
    this.notes.set(placeGroupId, { kind: 'BUSY' });
    const running = this.#run(placeGroupId, act);
    this.#running.set(placeGroupId, running);
    return running;
  }

  /** @param {string} placeGroupId @param {() => Promise<void>} act */
  async #run(placeGroupId, act) {
    this.#state.changed();
    try {
      await act();
      if (this.notes.get(placeGroupId)?.kind === 'BUSY') this.notes.delete(placeGroupId);
      return true;
    } catch (problem) {
      const alternatives = problem instanceof Problem ? problem.body.alternatives : undefined;
      this.notes.set(placeGroupId, {
        kind: 'PROBLEM', code: problem instanceof Problem ? problem.code : 'UNEXPECTED', ...(alternatives ? { alternatives } : {}),
      });
      return false;
    } finally {
      this.#state.changed();
    }
  }
}
