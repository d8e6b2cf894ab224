/** The agent's desk as one object: the live state, the open contact, the telephone, and what the agent does with them. */
import { Problem, api, surely } from './api.js';
import { now } from './clock.js';
import { Closing } from './closing.js';
import { learnCommunes } from './communes.js';
import { ContactFile } from './contact-file.js';
import { Drafts } from './drafts.js';
import { Fitting } from './fitting.js';
import { LiveState } from './live-state.js';
import { Placing } from './placing.js';

/** @typedef {import('./wire.d.ts').ContactSummary} ContactSummary */

export class Desk extends LiveState {
  /** @type {ContactSummary[]} */
  contacts = [];
  /** @type {ContactFile | null} */
  file = null;
  loaded = false;
  /** What the last action of the agent met. @type {{code: string, field?: string} | null} */
  problem = null;
  /** @type {string | null} a field that closing asked for */
  missing = null;
  placing = new Placing(this);
  closing = new Closing(this);
  fitting = new Fitting(() => this.changed());
  /** Closed here: a card that was still on its way opens it no more. */
  #closed = '';
  #drafts = new Drafts(localStorage, now);

  start() {
    this.addEventListener('card', () => void this.#cardCame());
    this.addEventListener('back', () => void this.refresh());
    super.start();
    this.fitting.look(null);
    void this.act(async () => learnCommunes(await api('GET', '/api/communes')));
    void this.refresh();
  }

  /** @param {import('./wire.d.ts').LiveMessage} message */
  hear(message) {
    super.hear(message);
    if (message.type === 'board' || message.type === 'boardChange') this.fitting.boardMoved();
  }

  /** What the search named, and what somebody keeps. @param {string} placeGroupId */
  isShown(placeGroupId) {
    return this.fitting.shows(placeGroupId) || [...this.holds.values()].some((hold) => hold.placeGroupId === placeGroupId);
  }

  async refresh() {
    await this.act(async () => {
      const desk = await api('GET', '/api/desk');
      Object.assign(this, { me: desk.me, queue: desk.queue, parts: desk.parts, contacts: desk.openContacts, loaded: true });
      if (desk.card) this.cardIs(desk.card);
      else if (!this.file && this.contacts.length > 0) await this.open(this.contacts[0].contactId);
      [this.freedPlaces, this.textAlerts] = await Promise.all([api('GET', '/api/freed-places'), api('GET', '/api/text-alerts')]);
      if (this.file?.unsaved) await this.file.save();
      this.fitting.again();
      this.promises = await api('GET', '/api/callbacks');
    });
  }

  async refreshContacts() {
    this.contacts = await api('GET', '/api/contacts?state=open');
    this.changed();
  }

  /** @param {string} contactId */
  async open(contactId) {
    if (this.file?.server.contactId === contactId) return;
    void this.file?.save();
    const contact = await api('GET', `/api/contacts/${contactId}`);
    const file = new ContactFile(contact, { api, drafts: this.#drafts });
    file.addEventListener('change', () => this.#fileChanged());
    file.addEventListener('refused', (event) => this.#fileRefused(/** @type {CustomEvent} */ (event).detail));
    this.file = file;
    this.missing = null;
    this.placing.forget();
    this.closing.forget();
    this.#fileChanged();
  }

  /** Someone stands at the counter: a contact without a call. */
  async openInPerson() {
    const body = { contactId: crypto.randomUUID(), channel: 'IN_PERSON' };
    await this.act(async () => {
      const contact = await surely(() => api('POST', '/api/contacts', body));
      await this.open(contact.contactId);
      await this.refreshContacts();
    });
  }

  /** @param {ContactFile} file */
  async contactClosed(file) {
    this.file = null;
    this.#closed = file.server.contactId;
    if (this.card?.contactId === file.server.contactId) this.card = null;
    this.placing.forget();
    await this.refreshContacts();
    if (this.contacts.length > 0) await this.open(this.contacts[0].contactId);
  }

  /** @param {string} phone */
  async choosePhone(phone) {
    await this.act(async () => (this.me = await api('PUT', '/api/agent/phone', { phone })));
  }

  /** @param {'READY' | 'PAUSED' | 'OFFLINE'} state @param {string} [reason] */
  async become(state, reason) {
    await this.act(async () => (this.me = await api('PUT', '/api/agent/state', reason ? { state, reason } : { state })));
  }

  /** A SIP phone is hung up by the exchange. */
  async hangUpOutside() {
    const callId = this.card?.call.callId;
    if (callId) await this.act(() => api('POST', `/api/calls/${callId}/hangup`));
  }

  /** @param {() => Promise<unknown>} doing whatever it meets is shown in words */
  async act(doing) {
    this.problem = null;
    try {
      await doing();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (problem.status === 401) this.dispatchEvent(new Event('signedOut'));
      this.problem = { code: problem.code, field: problem.body.field };
    }
    this.changed();
  }

  async #cardCame() {
    const { contactId, call } = this.card ?? {};
    if (contactId === this.#closed && call?.state === 'ENDED') this.card = null;
    else if (contactId && contactId !== this.#closed && call?.state !== 'RINGING') await this.act(() => this.open(contactId));
    if (call?.state === 'ENDED') await this.act(() => this.refreshContacts());
  }

  #fileChanged() {
    this.fitting.look(this.file?.view ?? null);
    this.changed();
  }

  /** @param {unknown} problem */
  #fileRefused(problem) {
    if (problem instanceof Problem && !problem.unknown) this.problem = { code: problem.code, field: problem.body.field };
    this.changed();
  }
}
