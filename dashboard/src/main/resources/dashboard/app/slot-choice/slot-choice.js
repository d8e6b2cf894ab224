/** The slots of a day: choose one, say how the person is called, and it is theirs. What was typed stays until it is booked. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { timeIn } from '../appointment-time.js';
import { HotlineElement } from '../element.js';
import { codeWord, t } from '../words.js';

export class SlotChoice extends HotlineElement {
  static properties = { slots: { attribute: false }, moving: { attribute: false }, busy: { type: Boolean }, waited: { attribute: false }, chosen: { state: true } };

  constructor() {
    super();
    /** @type {import('../wire.d.ts').SlotView[]} */
    this.slots = [];
    /** @type {import('../wire.d.ts').AppointmentView | null} */
    this.moving = null;
    this.busy = false;
    /** For what people wait whom nobody asks yet. @type {string[]} */
    this.waited = [];
    /** @type {string} the key of the slot that was chosen */
    this.chosen = '';
    this.appointmentId = crypto.randomUUID();
  }

  /** @param {import('../wire.d.ts').SlotView} slot */
  static key = (slot) => `${slot.scheduleId} ${slot.startsAt}`;

  /** @param {import('../wire.d.ts').SlotView} slot */
  async #choose(slot) {
    if (this.moving) {
      this.say('slot-wanted', { slot });
      return;
    }
    this.chosen = SlotChoice.key(slot);
    this.appointmentId = crypto.randomUUID();
    await this.updateComplete;
    /** @type {HTMLInputElement | null} */ (this.querySelector('#slot-name'))?.focus();
  }

  /** @param {SubmitEvent} event @param {import('../wire.d.ts').SlotView} slot */
  #book(event, slot) {
    event.preventDefault();
    const given = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const word = (/** @type {string} */ key) => String(given.get(key) ?? '').trim();
    const person = { name: word('name'), number: word('number') || null, smsAgreed: given.has('smsAgreed'), discretion: word('discretion'), language: word('language') };
    this.say('slot-wanted', { slot, appointmentId: this.appointmentId, person, done: () => void this.#booked() });
  }

  /** @param {import('../wire.d.ts').SlotView} slot */
  #offer(slot) {
    this.chosen = '';
    this.say('slot-offered', slot);
  }

  /** The form goes; the keyboard stays among the slots. */
  async #booked() {
    this.chosen = '';
    await this.updateComplete;
    /** @type {HTMLButtonElement | null} */ (this.querySelector('.slots button:enabled'))?.focus();
  }

  /** @param {KeyboardEvent} event */
  #leave(event) {
    if (event.key === 'Escape') this.chosen = '';
  }

  render() {
    const chosen = this.slots.find((slot) => SlotChoice.key(slot) === this.chosen);
    return html`<h3>${t('appointments.slots')}</h3>
      ${this.moving ? html`<p class="note">${t('appointments.moving', { who: this.moving.name || t('appointments.noName'), when: timeIn(this.moving.startsAt, this.moving.zone) })}
        <button class="link" @click=${() => this.say('stop-moving')}>${t('appointments.stopMoving')}</button></p>` : nothing}
      ${this.slots.length === 0 ? html`<p class="empty">${t('appointments.noSlots')}</p>` : nothing}
      ${[...new Set(this.slots.map((slot) => slot.service))].map((service) => html`<h4 class="soft">${service}</h4>
        <ul class="slots">${repeat(this.slots.filter((slot) => slot.service === service), SlotChoice.key, (slot) => this.#slot(slot))}</ul>`)}
      ${chosen && !this.moving ? this.#form(chosen) : nothing}`;
  }

  /** @param {import('../wire.d.ts').SlotView} slot */
  #slot(slot) {
    return html`<li><button ?disabled=${slot.free === 0 || this.busy} aria-pressed=${SlotChoice.key(slot) === this.chosen} @click=${() => this.#choose(slot)}>
      <b>${timeIn(slot.startsAt, slot.zone)}</b> <small>${slot.free > 0 ? t('appointments.free', { n: slot.free }) : t(slot.offered > 0 ? 'waits.slotOffered' : 'appointments.full')}</small></button></li>`;
  }

  /** @param {import('../wire.d.ts').SlotView} slot */
  #form(slot) {
    return html`<form class="keep-form" @submit=${(/** @type {SubmitEvent} */ event) => this.#book(event, slot)} @keydown=${this.#leave}>
      <div class="wide"><label for="slot-name">${t('appointments.name')}</label><input id="slot-name" name="name" maxlength="60" autocomplete="off" /></div>
      <div class="wide"><label for="slot-number">${t('appointments.number')}</label><input id="slot-number" name="number" type="tel" inputmode="tel" maxlength="40" autocomplete="off" /></div>
      <div class="wide"><label><input type="checkbox" name="smsAgreed" /> ${t('appointments.smsAgreed')}</label></div>
      <div><label for="slot-discretion">${t('field.discretion')}</label><select id="slot-discretion" name="discretion">${['NORMAL', 'NEUTRAL', 'NONE'].map((code) => html`<option value=${code}>${codeWord('discretion', code)}</option>`)}</select></div>
      <div><label for="slot-language">${t('appointments.language')}</label><select id="slot-language" name="language">${['fr', 'en'].map((code) => html`<option value=${code}>${codeWord('language', code)}</option>`)}</select></div>
      <div class="buttons"><button class="main" ?disabled=${this.busy}>${t('appointments.book', { when: timeIn(slot.startsAt, slot.zone) })}</button>
        ${this.waited.includes(slot.service) ? html`<button type="button" ?disabled=${this.busy} @click=${() => this.#offer(slot)}>${t('waits.offer')}</button>` : nothing}
        <button type="button" @click=${() => (this.chosen = '')}>${t('appointments.leave')}</button></div></form>`;
  }
}
customElements.define('slot-choice', SlotChoice);
