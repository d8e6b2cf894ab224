/** Who waits for an appointment here, in their order, and who is being asked about an hour that was given up. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { dateIn, timeIn } from '../appointment-time.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { dayAndTime, night } from '../format.js';
import { codeWord, t } from '../words.js';

/** What became of a text that nobody has read: somebody calls. */
const NOT_READ = ['FAILED', 'UNDELIVERED', 'EXPIRED', 'JOURNALED', 'SUPPRESSED_OPT_OUT', 'SUPPRESSED_DISCRETION'];

export class AppointmentWaits extends HotlineElement {
  static properties = { list: { attribute: false }, services: { attribute: false }, numbers: { attribute: false }, busy: { type: Boolean }, joining: { state: true } };

  constructor() {
    super();
    /** @type {import('../wire.d.ts').WaitingListView} */
    this.list = { waiting: [], offers: [] };
    /** What people are received for here by appointment. @type {string[]} */
    this.services = [];
    /** Numbers that were asked for, to call, by the offer. @type {Record<string, string>} */
    this.numbers = {};
    this.busy = false;
    this.joining = false;
    this.waitId = crypto.randomUUID();
  }

  async #open() {
    this.joining = true;
    this.waitId = crypto.randomUUID();
    await this.updateComplete;
    /** @type {HTMLInputElement | null} */ (this.querySelector('#wait-name'))?.focus();
  }

  /** @param {SubmitEvent} event */
  #join(event) {
    event.preventDefault();
    const given = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const word = (/** @type {string} */ key) => String(given.get(key) ?? '').trim();
    const person = { service: word('service'), name: word('name'), number: word('number') || null, smsAgreed: given.has('smsAgreed'),
      discretion: word('discretion'), language: word('language'), lastDay: word('lastDay') || null };
    this.say('wait-joined', { waitId: this.waitId, ...person, done: () => void this.#joined() });
  }

  async #joined() {
    this.joining = false;
    await this.updateComplete;
    /** @type {HTMLButtonElement | null} */ (this.querySelector('.wait-join'))?.focus();
  }

  render() {
    if (this.services.length === 0) return nothing;
    return html`<h3>${t('waits.title')}</h3>
      ${this.list.offers.length === 0 ? nothing : html`<ul class="asked-rows">${repeat(this.list.offers, (asked) => asked.offer.offerId, (asked) => this.#asked(asked))}</ul>`}
      <p class="soft">${t('waits.order')}</p>
      ${this.list.waiting.length === 0 ? html`<p class="empty">${t('waits.none')}</p>` : this.services.map((service) => this.#service(service))}
      ${this.joining ? this.#form() : html`<button class="wait-join" @click=${() => this.#open()}>${t('waits.join')}</button>`}`;
  }

  /** @param {import('../wire.d.ts').AskedView} asked */
  #asked({ offer, name, number, texts }) {
    const who = name || t('appointments.noName');
    const text = texts.at(-1);
    const calls = offer.byPhone !== null || NOT_READ.includes(text?.status ?? '');
    const dial = this.numbers[offer.offerId];
    const say = (/** @type {boolean} */ takes) => () => this.say('offer-answered', { offerId: offer.offerId, takes });
    return html`<li>
      <b>${night(dateIn(offer.startsAt, offer.zone))}, ${timeIn(offer.startsAt, offer.zone)}</b>
      <span>${t('waits.asked', { who, until: dayAndTime(offer.answerBefore, now()) })}</span>
      ${calls ? html`<span class="chip old"><b aria-hidden="true">☎</b> ${t('waits.call', { why: offer.byPhone ? codeWord('byPhone', offer.byPhone) : codeWord('smsStatus', text?.status ?? '') })}</span>`
        : html`<small class="soft">${t('appointments.lastText', { what: codeWord('smsStatus', text?.status ?? 'QUEUED') })}</small>`}
      <div class="buttons" role="group" aria-label=${who}>
        ${dial ? html`<a href="tel:${dial}">${dial}</a>` : number ? html`<button ?disabled=${this.busy} @click=${() => this.say('offer-number', offer.offerId)}>${t('waits.number')}</button>` : nothing}
        <button class="main" ?disabled=${this.busy} @click=${say(true)}>${t('waits.takes')}</button>
        <button ?disabled=${this.busy} @click=${say(false)}>${t('waits.declines')}</button></div></li>`;
  }

  /** @param {string} service */
  #service(service) {
    const people = this.list.waiting.filter((person) => person.service === service);
    if (people.length === 0) return nothing;
    return html`<h4 class="soft">${service}</h4>
      <ol class="wait-rows">${repeat(people, (person) => person.waitId, (person, place) => this.#waits(person, place + 1))}</ol>`;
  }

  /** @param {import('../wire.d.ts').WaitingView} person @param {number} place */
  #waits(person, place) {
    const why = [t('waits.since', { at: dayAndTime(person.joinedAt, now()), by: person.joinedBy }),
      person.earlierThan ? t('waits.earlierThan', { when: dayAndTime(person.earlierThan, now()) }) : '',
      person.lastDay ? t('waits.until', { day: night(person.lastDay) }) : '',
      person.unanswered > 0 ? t('waits.unanswered', { n: person.unanswered }) : '',
      person.isAsked ? t('waits.isAsked') : ''];
    return html`<li><b>${place}</b>
      <span>${person.name || t('appointments.noName')} <small class="soft">${why.filter(Boolean).join(' · ')}</small></span>
      ${person.isAsked ? nothing : html`<button ?disabled=${this.busy} aria-label="${t('waits.leave')} ${person.name}" @click=${() => this.say('wait-left', person.waitId)}>${t('waits.leave')}</button>`}</li>`;
  }

  #form() {
    return html`<form class="keep-form" @submit=${this.#join} @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && (this.joining = false)}>
      <div class="wide"><label for="wait-name">${t('appointments.name')}</label><input id="wait-name" name="name" maxlength="60" autocomplete="off" /></div>
      <div class="wide"><label for="wait-number">${t('appointments.number')}</label><input id="wait-number" name="number" type="tel" inputmode="tel" maxlength="40" autocomplete="off" /></div>
      <div class="wide"><label><input type="checkbox" name="smsAgreed" /> ${t('waits.smsAgreed')}</label></div>
      <div><label for="wait-service">${t('waits.service')}</label><select id="wait-service" name="service">${this.services.map((service) => html`<option value=${service}>${service}</option>`)}</select></div>
      <div><label for="wait-last-day">${t('waits.lastDay')}</label><input id="wait-last-day" name="lastDay" type="date" /></div>
      <div><label for="wait-discretion">${t('field.discretion')}</label><select id="wait-discretion" name="discretion">${['NORMAL', 'NEUTRAL', 'NONE'].map((code) => html`<option value=${code}>${codeWord('discretion', code)}</option>`)}</select></div>
      <div><label for="wait-language">${t('appointments.language')}</label><select id="wait-language" name="language">${['fr', 'en'].map((code) => html`<option value=${code}>${codeWord('language', code)}</option>`)}</select></div>
      <div class="buttons"><button class="main" ?disabled=${this.busy}>${t('waits.join')}</button>
        <button type="button" @click=${() => (this.joining = false)}>${t('appointments.leave')}</button></div></form>`;
  }
}
customElements.define('appointment-waits', AppointmentWaits);
