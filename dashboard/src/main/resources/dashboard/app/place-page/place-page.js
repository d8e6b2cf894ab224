/** The board alone: all places tonight, filtered by words; those who may say how many are free do it here. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { boardView } from '../board-view.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { clockTime, night } from '../format.js';
import { liveUrl } from '../live-link.js';
import { LiveState } from '../live-state.js';
import { codeWord, codesOf, t } from '../words.js';
import '../expected-tonight/expected-tonight.js';
import '../free-figure/free-figure.js';
import '../freshness-list/freshness-list.js';
import '../own-closures/own-closures.js';
import '../own-contact/own-contact.js';
import '../page-head/page-head.js';
import '../parts-strip/parts-strip.js';
import '../place-card/place-card.js';

const SHOWN_AT_FIRST = 60;

export class PlacePage extends HotlineElement {
  static properties = { session: { attribute: false }, search: { state: true }, type: { state: true }, onlyFree: { state: true }, shown: { state: true }, chosen: { state: true } };

  constructor() {
    super();
    /** @type {import('../wire.d.ts').Session} */
    this.session;
    this.search = '';
    this.type = '';
    this.onlyFree = false;
    this.shown = SHOWN_AT_FIRST;
    /** The group whose figure is being said. */
    this.chosen = '';
  }

  connectedCallback() {
    super.connectedCallback();
    const state = new LiveState(this.session, liveUrl());
    this.state = state;
    state.addEventListener('change', () => this.requestUpdate());
    state.addEventListener('signedOut', () => this.say('signed-out'));
    this.addEventListener('group-changed', (event) => this.#groupIs(/** @type {CustomEvent} */ (event).detail));
    state.start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.state?.stop();
  }

  /** The own change is shown at once; the numbered change that follows says the same. @param {import('../wire.d.ts').GroupView} group */
  #groupIs(group) {
    const { state } = this;
    state?.groups.snapshot(state.groups.version, state.groups.items.map((each) => (each.placeGroupId === group.placeGroupId ? group : each)));
    state?.changed();
  }

  /** A shelter's account speaks for the sites it was given; the server holds to it too. @param {import('../wire.d.ts').GroupView} group */
  #maySay(group) {
    return this.#isShelter ? this.#isOwn(group) : this.#maySayAll;
  }

  get #isShelter() {
    return this.session.role === 'PLACE_MANAGER';
  }

  get #maySayAll() {
    return this.session.role !== 'LISTENER' && !this.#isShelter;
  }

  /** @param {import('../wire.d.ts').GroupView} group */
  #isOwn(group) {
    return this.session.sites.includes(group.siteId ?? '');
  }

  render() {
    const { state } = this;
    if (!state) return nothing;
    const wanted = this.search.toLowerCase();
    const groups = state.groups.items.filter((group) => (!this.#isShelter || this.#isOwn(group))
      && (!wanted || `${group.siteName} ${group.name} ${group.commune}`.toLowerCase().includes(wanted))
      && (!this.type || group.placeType === this.type) && (!this.onlyFree || group.free > 0));
    const { fitting } = boardView({ groups, fits: new Map(), holds: [...state.holds.values()], agent: '', contactId: null, persons: 0, nowMillis: now() });
    return html`<page-head page="places" .session=${this.session}></page-head>
      <parts-strip .showQueue=${!this.#isShelter} .queue=${state.queue} .parts=${state.parts} .link=${state.link} .cutSince=${state.cutSince} .boardLostAt=${state.boardLostAt}></parts-strip>
      <main id="main" class="page" tabindex="-1">
        <div class="page-line"><h2>${state.nightOf ? t('places.night', { night: night(state.nightOf) }) : t('board.loading')}</h2>${this.#total(groups)}</div>
        ${this.#isShelter ? html`<expected-tonight></expected-tonight>` : html`${this.#maySayAll ? html`<freshness-list></freshness-list>` : nothing}${this.#filters(state)}`}
        ${state.boardLostAt ? html`<p class="note old" role="status"><b aria-hidden="true">▲</b> ${t('board.lastKnown', { time: clockTime(state.boardLostAt) })}</p>` : nothing}
        ${state.groups.version >= 0 && fitting.length === 0 ? html`<p class="empty">${t(state.groups.items.length === 0 ? 'board.empty' : 'places.noneFound')}</p>` : nothing}
        <div class="place-grid">${repeat(fitting.slice(0, this.shown), (place) => place.group.placeGroupId, (place) => this.#place(place))}</div>
        ${this.#isShelter ? html`<own-closures .groups=${groups}></own-closures>${repeat(this.session.sites, (siteId) => siteId, (siteId) => html`<own-contact .siteId=${siteId}></own-contact>`)}` : nothing}
        ${fitting.length > this.shown ? html`<button class="wide-button" @click=${() => (this.shown += SHOWN_AT_FIRST)}>${t('board.more', { n: fitting.length - this.shown })}</button>` : nothing}
      </main>`;
  }

  /** @param {import('../wire.d.ts').GroupView[]} groups */
  #total(groups) {
    const free = groups.reduce((sum, group) => sum + group.free, 0);
    return html`<span class="soft">${t('places.total', { n: free })}</span>`;
  }

  /** @param {LiveState} state */
  #filters(state) {
    const types = codesOf('placeType').filter((type) => state.groups.items.some((group) => group.placeType === type));
    return html`<div class="filters" role="search">
      <input type="search" aria-label=${t('places.search')} placeholder=${t('places.search')} .value=${this.search} @input=${(/** @type {any} */ event) => (this.search = event.target.value)} />
      <select aria-label=${t('places.type')} @change=${(/** @type {any} */ event) => (this.type = event.target.value)}>
        <option value="">${t('places.allTypes')}</option>
        ${types.map((type) => html`<option value=${type}>${codeWord('placeType', type)}</option>`)}</select>
      <label class="check"><input type="checkbox" @change=${(/** @type {any} */ event) => (this.onlyFree = event.target.checked)} /> ${t('places.onlyFree')}</label></div>`;
  }

  /** @param {import('../board-view.js').PlaceView} place */
  #place(place) {
    const { placeGroupId } = place.group;
    if (this.#isShelter) return html`<free-figure .group=${place.group}></free-figure>`;
    return html`<div class="place-cell"><place-card class="read-only" .place=${place} .persons=${0} .canHold=${false}></place-card>
      ${this.#maySay(place.group) ? html`<button class="link" aria-expanded=${this.chosen === placeGroupId}
          @click=${() => (this.chosen = this.chosen === placeGroupId ? '' : placeGroupId)}>${t('places.sayFree')}</button>` : nothing}
      ${this.chosen === placeGroupId ? html`<free-figure .group=${place.group}></free-figure>` : nothing}</div>`;
  }
}
customElements.define('place-page', PlacePage);
