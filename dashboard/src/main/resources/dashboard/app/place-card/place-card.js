/** One group of places: how many are free, who said so and when, who keeps some, and what can be done now. */
import { html, nothing } from '../../vendor/lit.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { age, countdown, dayAndTime, wallTime } from '../format.js';
import { codeWord, codesOf, t } from '../words.js';
import { facts, misfitWord, noteLine, why } from './place-facts.js';

/** @typedef {import('../found-view.js').PlaceView} PlaceView */

export class PlaceCard extends HotlineElement {
  static properties = {
    place: { attribute: false }, note: { attribute: false }, persons: { type: Number }, canHold: { type: Boolean }, whyNot: {},
    smsAgreed: { type: Boolean }, asking: { state: true }, sms: { state: true },
  };
  static ticks = true;

  constructor() {
    super();
    /** @type {PlaceView | null} */
    this.place = null;
    /** @type {import('../placing.js').PlaceNote | null} */
    this.note = null;
    this.persons = 1;
    this.canHold = false;
    this.whyNot = '';
    this.smsAgreed = false;
    /** @type {'' | 'CONFIRM' | 'REFUSAL'} what the card is asking the agent */
    this.asking = '';
    /** @type {boolean | null} null: as agreed in the contact */
    this.sms = null;
  }

  /** By the key, which leads to the answer: it is read back, then Enter. */
  async askConfirm() {
    if (!this.place?.mine) return;
    this.asking = 'CONFIRM';
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('.ask .main'))?.focus();
  }

  askRefusal() {
    if (this.place?.mine) this.asking = 'REFUSAL';
  }

  extend() {
    if (this.place?.mine) this.say('place-extend', this.place.mine);
  }

  giveBack() {
    if (this.place?.mine) this.say('place-release', this.place.mine);
  }

  render() {
    const { place } = this;
    if (!place) return nothing;
    const { group, mine, stale } = place;
    const free = group.free;
    const misfit = place.whyNot.length > 0;
    return html`<article class="place" data-mine=${mine !== null} data-stale=${stale} data-misfit=${misfit}
      id="place-${group.placeGroupId}" tabindex="-1" aria-labelledby="name-${group.placeGroupId}">
      <div class="place-head">
        <h3 id="name-${group.placeGroupId}">${group.siteName}<span class="for-ears">, ${group.name}</span></h3>
        <span class="free-count" data-none=${free === 0} title=${this.#figures()}><b>${free}${stale ? html` <span>?</span>` : nothing}</b>
          <small>${group.rooms.onDemand ? t('place.onDemand') : t('place.free', { n: free })}</small></span>
        <span class="together">${t('place.together', { n: group.together })}</span>
      </div>
      <p class="facts"><span class="group-name" aria-hidden="true">${group.name}</span> · ${facts(place)}</p>
      ${misfit && !mine ? html`<p class="misfit"><b aria-hidden="true">✕</b> ${place.whyNot.map(misfitWord).join(' · ')}</p>` : why(place)}
      ${place.others.map((hold) => html`<p><span class="chip held"><b aria-hidden="true">◆</b>
        ${t('place.heldBy', { name: hold.agentName ?? hold.agent, n: hold.places, time: countdown(hold.expiresAt, now()) })}</span></p>`)}
      <div class="place-foot">${mine ? this.#mine(mine) : this.#source()}</div>
      ${mine && this.asking === 'REFUSAL' ? this.#refusal(mine) : nothing}
      ${mine && this.asking === 'CONFIRM' ? this.#confirm(mine) : nothing}
      ${noteLine(this.note, this.persons, (detail) => this.say('place-hold', detail))}
    </article>`;
  }

  #figures() {
    const { group } = /** @type {PlaceView} */ (this.place);
    return t('place.figures', { open: group.open, occupied: group.occupied, held: group.held, free: group.free });
  }

  /** What lasts does not lock the button: the agent decides. Only places that are not there do. */
  #isEnough() {
    return !this.place?.whyNot.some((obstacle) => obstacle.misfit === 'TOO_FEW_PLACES' || obstacle.misfit === 'NOT_OURS');
  }

  #source() {
    const { group, stale } = /** @type {PlaceView} */ (this.place);
    const by = group.updatedBy || codeWord('source', group.source);
    const said = stale || !group.updatedAt
      ? html`<span class="chip old"><b aria-hidden="true">▲</b> ${group.updatedAt ? t('place.old', { time: dayAndTime(group.updatedAt, now()), by }) : t('place.neverTold')}</span>`
      : html`<span class="chip ${group.free > 0 ? 'free' : ''}">${t(group.free > 0 ? 'place.said' : 'place.saidFull', { age: age(group.updatedAt, now()), by })}</span>`;
    const places = Math.max(1, this.persons);
    return html`<span class="said">${said}</span><button ?disabled=${!this.canHold || !this.#isEnough() || this.note?.kind === 'BUSY'} title=${this.whyNot}
      @click=${() => this.say('place-hold', { placeGroupId: group.placeGroupId, places })}>
      ${this.note?.kind === 'BUSY' ? t('place.holding') : t('place.hold', { n: places })}</button>`;
  }

  /** @param {import('../wire.d.ts').HoldView} hold */
  #mine(hold) {
    const busy = this.note?.kind === 'BUSY';
    const left = Math.max(0, Date.parse(hold.expiresAt) - now());
    return html`<span class="chip held"><b aria-hidden="true">◆</b> ${t('place.keptForYou', { time: countdown(hold.expiresAt, now()) })}</span>
      <span class="buttons small">
        <button class="link" ?disabled=${busy} @click=${() => this.say('place-extend', hold)}>${t('place.extend')}</button>
        <button class="link" ?disabled=${busy} @click=${() => this.say('place-release', hold)}>${t('place.giveBack')}</button>
      </span>
      <progress class="hold-left" max=${Date.parse(hold.expiresAt) - Date.parse(hold.createdAt)} value=${left} aria-label=${t('place.timeLeft')}></progress>
      <span class="buttons">
        <button class="main" aria-expanded=${this.asking === 'CONFIRM'} ?disabled=${busy} @click=${() => this.#ask('CONFIRM')}>${t('place.accepted')}</button>
        <button aria-expanded=${this.asking === 'REFUSAL'} ?disabled=${busy} @click=${() => this.#ask('REFUSAL')}>${t('place.refused')}</button>
      </span>`;
  }

  /** @param {'CONFIRM' | 'REFUSAL'} question */
  #ask(question) {
    this.asking = this.asking === question ? '' : question;
    this.sms = null;
  }

  /** @param {import('../wire.d.ts').HoldView} hold */
  #refusal(hold) {
    return html`<fieldset class="ask chips"><legend>${t('place.whyRefused')}</legend>
      ${codesOf('refusalReason').map((reason) => html`<button class="toggle" @click=${() => this.#done('place-refuse', { hold, reason })}>
        ${codeWord('refusalReason', reason)}</button>`)}</fieldset>`;
  }

  /** @param {import('../wire.d.ts').HoldView} hold */
  #confirm(hold) {
    const { group } = /** @type {PlaceView} */ (this.place);
    const sms = this.sms ?? this.smsAgreed;
    return html`<div class="ask" role="group" aria-label=${t('place.readBack')}>
      <p><b>${t('place.readBack')}</b> ${group.siteName}, ${t('place.persons', { n: this.persons })}${group.arrivalUntil ? `, ${t('place.arrival', { time: wallTime(group.arrivalUntil) })}` : ''}</p>
      <label class="check"><input type="checkbox" .checked=${sms} @change=${(/** @type {any} */ event) => (this.sms = event.target.checked)} /> ${t('place.sendSms')}</label>
      <button class="main" @click=${() => this.#done('place-confirm', { hold, sms })}>${t('place.confirm')}</button></div>`;
  }

  /** @param {string} name @param {unknown} detail */
  #done(name, detail) {
    this.asking = '';
    this.say(name, detail);
  }
}
customElements.define('place-card', PlaceCard);
