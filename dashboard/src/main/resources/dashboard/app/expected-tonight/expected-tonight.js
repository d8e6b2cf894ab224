/** Whom a shelter expects tonight: a tick for who came, a tick for who did not, and a way back. Thumb-high. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { api } from '../api.js';
import { HotlineElement } from '../element.js';
import { clockTime } from '../format.js';
import { movePlacement, problemCode } from '../placement-moves.js';
import { codeWord, codesOf, problemWord, t } from '../words.js';

const READ_EVERY_MILLIS = 20_000;

/** @typedef {import('../wire.d.ts').PlacementView} PlacementView */

export class ExpectedTonight extends HotlineElement {
  static properties = { list: { state: true }, failed: { state: true }, busy: { state: true }, said: { state: true }, leaving: { state: true } };

  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  constructor() {
    super();
    /** @type {{asOf: string, nightOf: string, placements: PlacementView[]} | null} */
    this.list = null;
    this.failed = false;
    this.busy = '';
    /** What the last tick met, beside its row. @type {{placementId: string, code: string} | null} */
    this.said = null;
    this.leaving = '';
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#read();
    this.#timer = setInterval(() => void this.#read(), READ_EVERY_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  async #read() {
    try {
      this.list = await api('GET', '/api/placements');
      this.failed = false;
    } catch (problem) {
      problemCode(problem);
      this.failed = true;
    }
  }

  /** @param {string} placementId @param {string} move @param {Record<string, string>} [more] */
  async #say(placementId, move, more) {
    if (this.busy) return;
    this.busy = placementId;
    this.said = null;
    try {
      await movePlacement(placementId, move, more);
      this.leaving = '';
      this.said = { placementId, code: '' };
    } catch (problem) {
      this.said = { placementId, code: problemCode(problem) };
    }
    this.busy = '';
    await this.#read();
  }

  render() {
    const { list } = this;
    if (!list) return html`<section class="expected"><h2>${t('expected.title')}</h2><p class="soft" role="status">${t(this.failed ? 'app.noAnswer' : 'expected.loading')}</p></section>`;
    const inside = list.placements.filter((each) => each.nightOf !== list.nightOf && each.status === 'ARRIVED');
    const tonight = list.placements.filter((each) => !inside.includes(each));
    return html`<section class="expected" aria-labelledby="expected-title">
      <div class="page-line"><h2 id="expected-title">${t('expected.title')}</h2>
        <small class=${this.failed ? 'problem' : 'soft'}>${t(this.failed ? 'expected.stale' : 'expected.asOf', { time: clockTime(list.asOf) })}</small></div>
      ${tonight.length === 0 ? html`<p class="empty">${t('expected.none')}</p>` : this.#rows(tonight)}
      ${inside.length === 0 ? nothing : html`<h3>${t('expected.inside')}</h3>${this.#rows(inside)}`}
    </section>`;
  }

  /** @param {PlacementView[]} placements */
  #rows(placements) {
    return html`<ul>${repeat(placements, (each) => each.placementId, (each) => html`<li class="guest" aria-label=${t('expected.row', { code: each.fileCode })}>
      ${this.#who(each)}
      <div class="ticks">${this.leaving === each.placementId ? nothing : this.#ticks(each)}</div>
      ${this.leaving === each.placementId ? this.#leave(each) : nothing}
      <p role="status" class=${this.said?.placementId === each.placementId && this.said.code ? 'problem' : 'soft'}>${this.#word(each)}</p>
    </li>`)}</ul>`;
  }

  /** @param {PlacementView} each */
  #who(each) {
    const needs = [codeWord('householdType', each.householdType), each.under3 > 0 ? t('expected.under3', { n: each.under3 }) : '',
      each.pets === 'NONE' ? '' : codeWord('pets', each.pets), each.groupName].filter(Boolean);
    const late = each.status === 'TO_CHECK';
    return html`<div class="guest-who"><b class="code">${each.fileCode}</b> ${each.name ?? nothing} <span>${t('expected.people', { n: each.persons })}</span>
      <small>${needs.join(' · ')}</small>
      <span class="chip ${late ? 'old' : each.status === 'ARRIVED' ? 'free' : ''}">${this.#standing(each)}</span></div>`;
  }

  /** @param {PlacementView} each */
  #standing(each) {
    if (each.status === 'EXPECTED') return t('expected.before', { time: clockTime(each.arriveBefore) });
    if (each.status === 'TO_CHECK') return t('expected.late', { time: clockTime(each.arriveBefore) });
    return t(`placementStatus.${each.status}`, { time: each.arrivedAt ? clockTime(each.arrivedAt) : '' });
  }

  /** @param {PlacementView} each */
  #ticks({ placementId, status, persons, fileCode }) {
    const button = (/** @type {string} */ move, /** @type {string} */ word, main = false) => html`<button class="big ${main ? 'main' : ''}"
      aria-label="${word}, ${t('expected.row', { code: fileCode })}" ?disabled=${this.busy !== ''} @click=${() => this.#say(placementId, move)}>${word}</button>`;
    switch (status) {
      case 'EXPECTED':
      case 'TO_CHECK':
        return html`${button('ARRIVED', t('expected.arrived', { n: persons }), true)}${button('DID_NOT_COME', t('expected.notCome', { n: persons }))}`;
      case 'ARRIVED':
        return html`<button class="big" aria-label="${t('expected.left')}, ${t('expected.row', { code: fileCode })}" @click=${() => (this.leaving = placementId)}>${t('expected.left')}</button>${button('TAKEN_BACK', t('expected.undo'))}`;
      case 'CANCELLED':
        return nothing;
      default:
        return button('TAKEN_BACK', t('expected.undo'));
    }
  }

  /** @param {PlacementView} each */
  #leave({ placementId }) {
    const choice = (/** @type {string} */ name, /** @type {string} */ word) => html`<label>${t(word)}<select name=${name}>
      ${codesOf(name).map((code) => html`<option value=${code}>${codeWord(name, code)}</option>`)}</select></label>`;
    return html`<form class="leave" @submit=${(/** @type {any} */ event) => {
      event.preventDefault();
      void this.#say(placementId, 'LEFT', /** @type {any} */ (Object.fromEntries(new FormData(event.target))));
    }}>${choice('exitReason', 'expected.leftReason')}${choice('exitDestination', 'expected.leftTo')}
      <button class="big main" ?disabled=${this.busy !== ''}>${t('expected.leftSave')}</button>
      <button type="button" class="big" @click=${() => (this.leaving = '')}>${t('expected.cancel')}</button></form>`;
  }

  /** @param {PlacementView} each */
  #word({ placementId }) {
    if (this.busy === placementId) return t('expected.saving');
    if (this.said?.placementId !== placementId) return nothing;
    return this.said.code ? problemWord(this.said.code) : t('expected.saved');
  }
}
customElements.define('expected-tonight', ExpectedTonight);
