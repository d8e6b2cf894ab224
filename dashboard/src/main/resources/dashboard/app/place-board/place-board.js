/** The places for this household tonight: those that fit first, the others with the reason. Long boards are shown piece by piece. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { boardView } from '../board-view.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { clockTime } from '../format.js';
import { codeWord, t } from '../words.js';
import '../place-card/place-card.js';

const SHOWN_AT_FIRST = 40;

export class PlaceBoard extends HotlineElement {
  static properties = { desk: { attribute: false }, stamp: { type: Number }, shown: { state: true } };

  constructor() {
    super();
    /** @type {import('../desk.js').Desk | null} */
    this.desk = null;
    /** Counts the desk's changes, so that the board is drawn once for each. */
    this.stamp = 0;
    this.shown = SHOWN_AT_FIRST;
  }

  render() {
    const { desk } = this;
    if (!desk) return nothing;
    const contact = desk.file?.view ?? null;
    const { fitting, misfits } = boardView({
      groups: desk.groups.items, fits: desk.fitting.answers, holds: [...desk.holds.values()], agent: desk.session.agent,
      contactId: contact?.contactId ?? null, persons: desk.fitting.persons, nowMillis: now(),
    });
    return html`<header class="board-head">
        <h2>${contact ? t('board.forPersons', { n: desk.fitting.persons }) : t('board.tonight')}</h2>
        <small class="soft">${contact && contact.householdType !== 'UNKNOWN' ? codeWord('householdType', contact.householdType) : ''}</small>
      </header>
      ${this.#state(desk)}
      ${desk.groups.version < 0 ? this.#loading() : this.#places(fitting, misfits)}`;
  }

  /** @param {import('../board-view.js').PlaceView[]} fitting @param {import('../board-view.js').PlaceView[]} misfits */
  #places(fitting, misfits) {
    const hidden = fitting.length - this.shown;
    return html`
      ${fitting.length === 0 ? html`<p class="empty">${t(misfits.length === 0 ? 'board.empty' : 'board.noneFits')}</p>` : nothing}
      ${repeat(fitting.slice(0, this.shown), keyOf, (place) => this.#card(place))}
      ${hidden > 0 ? html`<button class="wide-button" @click=${() => (this.shown += SHOWN_AT_FIRST)}>${t('board.more', { n: hidden })}</button>` : nothing}
      ${misfits.length > 0 ? html`<details class="misfits" ?open=${misfits.length <= 4}><summary>${t('board.misfits', { n: misfits.length })}</summary>
        ${repeat(misfits.slice(0, this.shown), keyOf, (place) => this.#card(place))}</details>` : nothing}`;
  }

  /** @param {import('../board-view.js').PlaceView} place */
  #card(place) {
    const desk = /** @type {import('../desk.js').Desk} */ (this.desk);
    const whyNot = this.#whyNot(desk);
    return html`<place-card .place=${place} .note=${desk.placing.notes.get(place.group.placeGroupId) ?? null} .persons=${desk.fitting.persons}
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

/** @param {import('../board-view.js').PlaceView} place */
const keyOf = (place) => place.group.placeGroupId;

customElements.define('place-board', PlaceBoard);
