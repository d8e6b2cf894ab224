/** Receptions of one site on one day: what is free, who is expected, and the sheet to print. */
import { html } from '../../vendor/lit.js';
import { dateAfter, dateIn, spanOf } from '../appointment-time.js';
import { waitActs } from '../appointment-waits/wait-acts.js';
import { api, surely } from '../api.js';
import { now } from '../clock.js';
import { night, shortAge } from '../format.js';
import { KeptList } from '../kept.js';
import { settings } from '../settings.js';
import { t } from '../words.js';
import '../appointment-waits/appointment-waits.js';
import '../day-sheet/day-sheet.js';
import '../page-head/page-head.js';
import '../slot-choice/slot-choice.js';

const SITE = 'receptionSite';

/** @extends {KeptList<import('../wire.d.ts').Receptions>} */
export class AppointmentsPage extends KeptList {
  static properties = { session: { attribute: false }, siteId: { state: true }, date: { state: true }, slots: { state: true }, people: { state: true }, moving: { state: true }, list: { state: true }, numbers: { state: true }, askedAt: { state: true } };
  static path = '/api/schedules';

  constructor() {
    super();
    /** @type {import('../wire.d.ts').Session} */
    this.session;
    this.siteId = settings.read(SITE) ?? '';
    /** Empty until the house has told its zone: the screen may hang in another one. */
    this.date = '';
    /** @type {import('../wire.d.ts').SlotView[]} */
    this.slots = [];
    /** @type {import('../wire.d.ts').AppointmentView[]} */
    this.people = [];
    /** Who is to be given another hour. @type {import('../wire.d.ts').AppointmentView | null} */
    this.moving = null;
    /** @type {import('../wire.d.ts').WaitingListView} */
    this.list = { waiting: [], offers: [] };
    /** Of whom an agent calls, by the offer. @type {Record<string, string>} */
    this.numbers = {};
    this.askedAt = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener('slot-wanted', (event) => void this.#take(/** @type {CustomEvent} */ (event).detail));
    this.addEventListener('appointment-said', (event) => void this.#mark(/** @type {CustomEvent} */ (event).detail));
    this.addEventListener('appointment-move', (event) => (this.moving = /** @type {CustomEvent} */ (event).detail));
    this.addEventListener('walk-in', (event) => void this.#walkIn(/** @type {CustomEvent} */ (event).detail));
    for (const [name, act] of Object.entries(waitActs(this))) this.addEventListener(name, (event) => void act(/** @type {CustomEvent} */ (event).detail));
  }

  async ask() {
    await super.ask();
    if (this.items && !this.date) this.date = this.#today();
    const sites = this.items?.sites ?? [];
    if (!sites.some((site) => site.siteId === this.siteId)) {
      this.siteId = this.items?.schedules[0]?.siteId ?? sites[0]?.siteId ?? '';
    }
    if (this.siteId) await this.#askDay();
  }

  #today() {
    return dateIn(now(), this.items?.zone);
  }

  async #askDay() {
    const { siteId, date } = this;
    const { from, until } = spanOf(date);
    const site = `siteId=${encodeURIComponent(siteId)}`;
    try {
      const [slots, people, list] = await Promise.all(
        [`/api/slots?${site}&from=${from}&until=${until}`, `/api/appointments?${site}&day=${date}`, `/api/waiting-list?${site}`].map((path) => api('GET', path)));
      if (siteId !== this.siteId || date !== this.date) return;
      this.slots = slots.filter((/** @type {any} */ slot) => dateIn(slot.startsAt, slot.zone) === date);
      this.people = people;
      this.list = list;
      this.askedAt = new Date(now()).toISOString();
    } catch (problem) {
      this.met(problem);
    }
  }

  /** @param {Partial<{siteId: string, date: string}>} chosen */
  #look(chosen) {
    Object.assign(this, chosen, { slots: [], people: [], list: { waiting: [], offers: [] }, said: '', problem: '' });
    settings.write(SITE, this.siteId);
    void this.#askDay();
  }

  /** @param {{slot: import('../wire.d.ts').SlotView, appointmentId: string, person: Record<string, unknown>, done?: () => void}} wish */
  async #take({ slot, appointmentId, person, done }) {
    const where = { scheduleId: slot.scheduleId, startsAt: slot.startsAt };
    const { moving } = this;
    const well = await this.act(
      () => surely(() => (moving ? api('POST', `/api/appointments/${moving.appointmentId}/move`, where) : api('POST', '/api/appointments', { appointmentId, ...person, ...where }))),
      t(moving ? 'appointments.moved' : 'appointments.booked'));
    if (!well) return;
    this.moving = null;
    done?.();
  }

  /** @param {{appointmentId: string, status: string}} said */
  #mark({ appointmentId, status }) {
    return this.act(() => surely(() => api('POST', `/api/appointments/${appointmentId}/status`, { status })), t('appointments.noted'));
  }

  /** @param {string} appointmentId */
  #walkIn(appointmentId) {
    return this.act(() => surely(() => api('POST', '/api/walk-ins', { appointmentId, siteId: this.siteId })), t('appointments.walkInCounted'));
  }

  render() {
    return html`<page-head page="appointments" .session=${this.session}></page-head>
      <main id="main" class="page" tabindex="-1">
        ${this.#bar()}
        <p role="status" class=${this.problem ? 'problem' : 'soft'}>${this.problem || this.said}</p>
        ${this.items === null || !this.date ? html`<p class="soft" aria-busy="true">${t('app.loading')}</p>` : this.#day()}
      </main>`;
  }

  #bar() {
    const change = (/** @type {string} */ name) => (/** @type {any} */ event) => event.target.value && this.#look({ [name]: event.target.value });
    return html`<div class="day-bar">
      <div><label for="day-site">${t('appointments.site')}</label><select id="day-site" @change=${change('siteId')}>${(this.items?.sites ?? []).map((site) => html`
        <option value=${site.siteId} ?selected=${site.siteId === this.siteId}>${site.name}${site.commune ? `, ${site.commune}` : ''}</option>`)}</select></div>
      <div><label for="day-date">${t('appointments.day')}</label><input id="day-date" type="date" .value=${this.date} @change=${change('date')} /></div>
      <div class="buttons"><button @click=${() => this.#look({ date: dateAfter(this.date, -1) })}>${t('appointments.before')}</button>
        <button @click=${() => this.#look({ date: this.#today() })}>${t('appointments.today')}</button>
        <button @click=${() => this.#look({ date: dateAfter(this.date, 1) })}>${t('appointments.after')}</button>
        <button @click=${() => print()}>${t('appointments.print')}</button></div></div>`;
  }

  /** What people are received for at this site by appointment. @returns {string[]} */
  #services() {
    const here = (this.items?.schedules ?? []).filter((known) => known.siteId === this.siteId && known.kind === 'APPOINTMENT');
    return [...new Set(here.map((known) => known.service))];
  }

  #day() {
    const site = this.items?.sites.find((known) => known.siteId === this.siteId);
    if (!site) return html`<p class="empty">${t('appointments.noSite')}</p>`;
    return html`<div class="page-line"><h2>${night(this.date)} <small class="soft">${site.name}</small></h2><span class="soft">${this.askedAt ? shortAge(this.askedAt, now()) : ''}</span></div>
      <div class="day-columns">
        <slot-choice .slots=${this.slots} .moving=${this.moving} .busy=${this.busy} .waited=${this.list.waiting.filter((person) => !person.isAsked).map((person) => person.service)} @stop-moving=${() => (this.moving = null)}></slot-choice>
        <day-sheet .people=${this.people} .busy=${this.busy} .today=${this.date === this.#today()} .waiting=${this.list.waiting.map((person) => person.appointmentId)}></day-sheet>
      </div>
      <appointment-waits .list=${this.list} .services=${this.#services()} .numbers=${this.numbers} .busy=${this.busy}></appointment-waits>`;
  }
}
customElements.define('appointments-page', AppointmentsPage);
