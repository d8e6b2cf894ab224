/** Places that came back, each with whose turn it is and why; one agent takes it, and holds the place by it. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { api, surely } from '../api.js';
import { HotlineElement } from '../element.js';
import { wallTime } from '../format.js';
import { problemCode } from '../placement-moves.js';
import { turnLine } from '../turn-line.js';
import { problemWord, t } from '../words.js';

/** @typedef {import('../wire.d.ts').FreedPlace} FreedPlace */

export class FreedList extends HotlineElement {
  static properties = { places: { attribute: false }, watching: { type: Boolean }, busy: { state: true }, problem: { state: true } };

  constructor() {
    super();
    /** @type {FreedPlace[]} */
    this.places = [];
    /** Seen by who only watches: a place is taken at a desk, where its file opens. */
    this.watching = false;
    this.busy = false;
    this.problem = '';
  }

  /** @param {() => Promise<unknown>} act */
  async #act(act) {
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    try {
      await act();
    } catch (problem) {
      this.problem = problemCode(problem);
    }
    this.busy = false;
  }

  /** @param {FreedPlace} place */
  #take({ freedId, turn }) {
    const body = { holdId: crypto.randomUUID() };
    return this.#act(async () => {
      this.say('hold-made', await surely(() => api('POST', `/api/freed-places/${freedId}/take`, body)));
      if (turn) this.say('contact-open', turn.contactId);
    });
  }

  /** @param {FreedPlace} place */
  #pass({ freedId, turn }) {
    const body = { requestId: turn?.requestId, reason: 'NOT_REACHED' };
    return this.#act(() => surely(() => api('POST', `/api/freed-places/${freedId}/pass`, body)));
  }

  render() {
    if (this.places.length === 0 && !this.problem && !this.watching) return nothing;
    return html`<h2>${t('freed.title')}</h2>
      <p class="problem" role="alert">${this.problem ? problemWord(this.problem) : nothing}</p>
      ${this.places.length === 0 && this.watching ? html`<p class="empty">${t('freed.none')}</p>` : nothing}
      ${repeat(this.places, (place) => place.freedId, (place) => this.#place(place))}`;
  }

  /** @param {FreedPlace} place */
  #place(place) {
    const { turn } = place;
    return html`<div class="item freed"><b>${t('freed.place', { n: place.places, site: place.siteName })}</b>
      ${turn ? html`<span>${t('freed.for', { code: turn.fileCode, people: t('expected.people', { n: turn.persons }) })}</span><small>${turnLine(turn.why)}</small>` : html`<small>${t('freed.nobody')}</small>`}
      ${turn && place.doorClosedAt ? FreedList.#door(place.doorClosedAt, place.sitePhone) : nothing}
      ${place.status === 'TAKEN' ? html`<span class="chip held">${t('freed.takenBy', { name: place.takenByName ?? '' })}</span>` : nothing}
      ${place.status === 'PROPOSED' && turn && this.watching ? html`<small><a href="/">${t('freed.atDesk')}</a></small>` : nothing}
      ${place.status === 'PROPOSED' && turn && !this.watching ? html`<span class="freed-acts"><button class="main" ?disabled=${this.busy} @click=${() => this.#take(place)}>${t('freed.take')}</button>
        <button ?disabled=${this.busy} @click=${() => this.#pass(place)}>${t('freed.pass')}</button></span>` : nothing}</div>`;
  }

  /** Nobody is sent to a closed door: the agent asks first. @param {string} closedAt @param {string} phone */
  static #door(closedAt, phone) {
    return html`<small class="door"><span class="chip old"><b aria-hidden="true">▲</b> ${t('freed.doorClosed', { time: wallTime(closedAt) })}</span>
      ${phone ? html`<a href="tel:${phone.replace(/\s/g, '')}">${phone}</a>` : nothing}</small>`;
  }
}
customElements.define('freed-list', FreedList);
