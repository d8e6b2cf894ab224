/** Who has not said a figure lately, how they were asked, and the figure one of ours was told on the telephone. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { Problem, api, surely } from '../api.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { age, clockTime } from '../format.js';
import { codeWord, problemWord, t } from '../words.js';

const LOOK_EVERY_MILLIS = 30_000;
const SHOWN_AT_FIRST = 12;

export class FreshnessList extends HotlineElement {
  static properties = { freshness: { state: true }, problem: { state: true }, problemOf: { state: true }, asking: { state: true }, shown: { state: true }, done: { state: true } };
  static ticks = true;

  constructor() {
    super();
    /** @type {import('../wire.d.ts').Freshness | null} */
    this.freshness = null;
    this.problem = '';
    /** The group whose figure was refused. */
    this.problemOf = '';
    /** The group that is being asked. */
    this.asking = '';
    this.shown = SHOWN_AT_FIRST;
    this.done = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#look();
    this.timer = setInterval(() => this.#look(), LOOK_EVERY_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  async #look() {
    try {
      this.freshness = await api('GET', '/api/freshness');
      this.problem = '';
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem.code;
    }
  }

  /** @param {SubmitEvent} event @param {import('../wire.d.ts').StaleGroup} group */
  async #called(event, group) {
    event.preventDefault();
    const field = /** @type {HTMLFormElement} */ (event.target).querySelector('input');
    const free = field?.valueAsNumber ?? NaN;
    if (!field || Number.isNaN(free)) return;
    const said = { tellId: crypto.randomUUID(), free };
    this.problemOf = '';
    try {
      this.say('group-changed', await surely(() => api('POST', `/api/freshness/${group.placeGroupId}/called`, said)));
      field.value = '';
      this.done = t('fresh.noted', { group: `${group.siteName}, ${group.name}`, n: free });
      await this.#look();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problemOf = group.placeGroupId;
      this.refused = problemWord(problem.code);
    }
  }

  /** @param {import('../wire.d.ts').StaleGroup} group */
  async #ask(group) {
    if (this.asking) return;
    const askId = crypto.randomUUID();
    Object.assign(this, { asking: group.placeGroupId, problemOf: '', done: '' });
    try {
      const { askedBy } = await surely(() => api('POST', `/api/freshness/${group.placeGroupId}/ask`, { askId }));
      this.done = t('fresh.askedNow', { group: `${group.siteName}, ${group.name}`, by: codeWord('askBy', askedBy) });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problemOf = group.placeGroupId;
      this.refused = problemWord(problem.code, problem.body);
    }
    this.asking = '';
    await this.#look();
  }

  render() {
    const { freshness } = this;
    if (!freshness) return this.problem ? html`<p class="problem">${problemWord(this.problem)}</p>` : nothing;
    const { stale } = freshness;
    return html`<section class="fresh" aria-labelledby="fresh-title">
      <div class="page-line"><h2 id="fresh-title">${t('fresh.title')}</h2>
        <span class="soft">${t('fresh.count', { fresh: freshness.fresh, of: freshness.groups })}</span></div>
      <p class="soft fresh-done" role="status">${this.done}</p>
      ${this.problem ? html`<p class="note old"><b aria-hidden="true">▲</b> ${t('fresh.old', { time: clockTime(freshness.asOf) })}</p>` : nothing}
      ${stale.length === 0 ? html`<p class="empty">${t('fresh.none')}</p>` : nothing}
      <ul>${repeat(stale.slice(0, this.shown), (group) => group.placeGroupId, (group) => this.#row(group))}</ul>
      ${stale.length > this.shown ? html`<button class="wide-button" @click=${() => (this.shown += SHOWN_AT_FIRST)}>${t('board.more', { n: stale.length - this.shown })}</button>` : nothing}
    </section>`;
  }

  /** @param {import('../wire.d.ts').StaleGroup} group */
  #row(group) {
    const name = `${group.siteName}, ${group.name}`;
    return html`<li>
      <div><b>${group.siteName}</b> ${group.name}
        <small>${group.toldAt ? t('fresh.last', { n: group.free, age: age(group.toldAt, now()), by: group.toldBy }) : t('place.neverTold')}</small></div>
      <div class="fresh-asked">${this.#asked(group)}
        ${group.askBy === 'PERSON' || group.smsStoppedAt ? nothing : html`<button ?disabled=${this.asking !== ''} aria-label="${t('fresh.ask')}, ${name}" @click=${() => this.#ask(group)}>${t('fresh.ask')}</button>`}</div>
      <form @submit=${(/** @type {SubmitEvent} */ event) => this.#called(event, group)}>
        ${group.phone ? html`<a href="tel:${group.phone.replaceAll(' ', '')}">${group.phone}</a>` : nothing}
        <input type="number" inputmode="numeric" min="0" max=${group.open} required aria-label=${t('fresh.figure', { group: name })} />
        <button>${t('fresh.called')}</button>
      </form>
      ${this.problemOf === group.placeGroupId ? html`<p class="problem" role="alert">${this.refused}</p>` : nothing}</li>`;
  }

  /** @param {import('../wire.d.ts').StaleGroup} group */
  #asked(group) {
    const stopped = group.smsStoppedAt ? html`<span class="chip old">${t('fresh.stopped')}</span>` : nothing;
    if (!group.askedBy || !group.askedAt) return html`<small>${t('fresh.notAsked')}</small> ${stopped}`;
    if (group.askedBy === 'PERSON') return html`<span class="chip old">${t('fresh.toCall')}</span> ${stopped}`;
    const failed = group.textStatus === 'FAILED' || group.textStatus === 'UNDELIVERED' || group.textStatus === 'EXPIRED';
    return html`<span class="chip">${t('fresh.asked', { by: codeWord('askBy', group.askedBy), age: age(group.askedAt, now()) })}</span>
      ${group.timesAsked > 1 ? html`<small>${t('fresh.times', { n: group.timesAsked })}</small>` : nothing}
      ${failed ? html`<span class="chip old">${t('fresh.undelivered')}</span>` : nothing} ${stopped}`;
  }
}
customElements.define('freshness-list', FreshnessList);
