/** The places for this household tonight: those that fit first, the nearest misses with the reason. The server ranks; never more than fifty are shown. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { communeName } from '../communes.js';
import { foundView } from '../found-view.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { clockTime } from '../format.js';
import { codeWord, t } from '../words.js';
import '../place-card/place-card.js';

const WAYS = [15, 30, 45, 60, 90];
const FITS_MOST = 50;

/** @typedef {import('../found-view.js').PlaceView} PlaceView */

export class PlaceBoard extends HotlineElement {
  static properties = { desk: { attribute: false }, stamp: { type: Number } };

  constructor() {
    super();
    /** @type {import('../desk.js').Desk | null} */
    this.desk = null;
    /** Counts the desk's changes, so that the board is drawn once for each. */
    this.stamp = 0;
  }

  render() {
    const { desk } = this;
    if (!desk) return nothing;
    const contact = desk.file?.view ?? null;
    const { fits, misses } = foundView({
      answer: desk.fitting.answer, item: (id) => desk.groups.item(id), holds: [...desk.holds.values()], agent: desk.session.agent,
      promised: desk.placing.promised(contactOf(desk)), nowMillis: now(),
    });
    return html`<header class="board-head">
        <h2>${contact ? t('board.forPersons', { n: desk.fitting.persons }) : t('board.tonight')}</h2>
        <small class="soft">${contact && contact.householdType !== 'UNKNOWN' ? codeWord('householdType', contact.householdType) : ''}</small>
      </header>
      ${contact ? this.#search(contact) : nothing}
      ${this.#state(desk)}
      ${desk.groups.version < 0 || !desk.fitting.answer ? this.#loading() : this.#places(fits, misses, desk.fitting)}`;
  }

  /** What is searched with, from the contact; the time of the way is chosen here. @param {import('../wire.d.ts').Contact} contact */
  #search(contact) {
    const wishes = [
      contact.pets === 'NONE' ? '' : codeWord('pets', contact.pets), contact.notSeparated ? t('field.notSeparated') : '',
      contact.reducedMobility ? t('field.reducedMobility') : '', contact.womenOnly ? t('field.womenOnly') : '',
      contact.cots ? t('board.cots', { n: contact.cots }) : '',
    ];
    const from = communeName(contact.inseeCode).replace(/ \(.*/, '');
    return html`<div class="search-bar" role="search" aria-label=${t('board.search')}>
      <label>${from ? t('board.wayFrom', { name: from }) : t('board.way')}
        <select .value=${String(contact.wayMinutes ?? '')} ?disabled=${!from} @change=${(/** @type {any} */ event) => this.#wayIs(event.target.value)}>
          <option value="" ?selected=${!contact.wayMinutes}>${t('board.anyWay')}</option>
          ${WAYS.map((n) => html`<option value=${n} ?selected=${contact.wayMinutes === n}>${t('board.wayMax', { n })}</option>`)}
        </select></label>
      <span class="soft">${wishes.filter(Boolean).join(' · ')}</span></div>`;
  }

  /** @param {string} minutes */
  #wayIs(minutes) {
    this.desk?.file?.type('wayMinutes', minutes ? Number(minutes) : null);
  }

  /** @param {PlaceView[]} fits @param {PlaceView[]} misses @param {import('../fitting.js').Fitting} fitting */
  #places(fits, misses, fitting) {
    const hidden = (fitting.answer?.fitting ?? 0) - (fitting.answer?.fits.length ?? 0);
    const canShowMore = hidden > 0 && fitting.most !== FITS_MOST;
    return html`
      ${fits.length === 0 ? html`<p class="empty">${t(misses.length === 0 ? 'board.nothing' : 'board.noneFits')}</p>` : nothing}
      ${repeat(fits, keyOf, (place) => this.#card(place))}
      ${canShowMore ? html`<button class="wide-button" @click=${() => fitting.more()}>${t('board.more', { n: hidden })}</button>` : nothing}
      ${misses.length > 0 ? html`<details class="misfits" ?open=${fits.length === 0}><summary>${t('board.misfits', { n: misses.length })}</summary>
        ${repeat(misses, keyOf, (place) => this.#card(place))}</details>` : nothing}`;
  }

  /** @param {PlaceView} place */
  #card(place) {
    const desk = /** @type {import('../desk.js').Desk} */ (this.desk);
    const whyNot = this.#whyNot(desk);
    return html`<place-card .place=${place} .note=${desk.placing.noteOf(place.group.placeGroupId, contactOf(desk))} .persons=${desk.fitting.persons}
      .canHold=${whyNot === ''} .whyNot=${whyNot ? t(whyNot) : ''} .smsAgreed=${desk.file?.view.smsAgreed ?? false}></place-card>`;
  }

  /** @param {import('../desk.js').Desk} desk @returns {string} the words' key, empty when holding is possible */
  #whyNot(desk) {
    if (desk.link === 'CUT') return 'board.whyCut';
    if (desk.parts?.board === 'DOWN') return 'board.whyDown';
    return desk.file ? '' : 'board.whyNoContact';
  }

  /** @param {import('../desk.js').Desk} desk */
  #state(desk) {
    const time = desk.boardLostAt ?? desk.cutSince;
    const whyNot = this.#whyNot(desk);
    if (time && whyNot) return html`<p class="note old" role="status"><b aria-hidden="true">▲</b> ${t('board.lastKnown', { time: clockTime(time) })} ${t(whyNot)}</p>`;
    if (desk.parts?.records === 'DOWN') return html`<p class="note old" role="status"><b aria-hidden="true">▲</b> ${t('board.noPromise')}</p>`;
    return desk.file || desk.groups.version < 0 ? nothing : html`<p class="note">${t('board.whyNoContact')}</p>`;
  }

  #loading() {
    return html`<div aria-busy="true"><p class="soft">${t('board.loading')}</p>${[1, 2, 3].map(() => html`<div class="place ghost"></div>`)}</div>`;
  }
}

/** @param {import('../desk.js').Desk} desk */
const contactOf = (desk) => desk.file?.server.contactId ?? null;

/** @param {PlaceView} place */
const keyOf = (place) => place.group.placeGroupId;

customElements.define('place-board', PlaceBoard);
