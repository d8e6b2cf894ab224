/** How many places are free, said through a link, without an account: one question a screen, on a phone and a bad network. */
import { html, nothing } from '../../vendor/lit.js';
import { Problem, api, surely } from '../api.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { age } from '../format.js';
import { announceLanguage, chooseLanguage, language, problemWord, t } from '../words.js';

/** What no second try can mend. */
const OVER = new Set(['LINK_EXPIRED', 'LINK_USED', 'NO_SUCH_LINK']);
const TRIES = 4;

export class LibrePage extends HotlineElement {
  static properties = { groups: { state: true }, at: { state: true }, free: { state: true }, saving: { state: true }, saved: { state: true }, problem: { state: true } };

  constructor() {
    super();
    this.token = location.pathname.split('/').pop() ?? '';
    this.siteName = '';
    /** @type {import('../wire.d.ts').SiteFigure[]} */
    this.groups = [];
    /** Which group is asked about; past the last one everything is said. */
    this.at = 0;
    /** @type {number | null} what the person is about to say; null: the last figure */
    this.free = null;
    this.saving = false;
    /** @type {Set<string>} the groups that were said here */
    this.saved = new Set();
    this.problem = '';
  }

  connectedCallback() {
    super.connectedCallback();
    announceLanguage();
    document.title = t('libre.title');
    this.#ask(() => api('GET', this.#address));
  }

  get #address() {
    return `/api/free-links/${this.token}`;
  }

  /** The same question again is the same answer: a lost one is asked for anew. @param {() => Promise<any>} question */
  async #ask(question) {
    this.saving = true;
    this.problem = '';
    try {
      const open = await surely(question, TRIES);
      this.siteName = open.siteName;
      this.groups = open.groups;
      return true;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem.code;
      return false;
    } finally {
      this.saving = false;
    }
  }

  /** @param {import('../wire.d.ts').SiteFigure} group @param {number} free */
  async #save(group, free) {
    if (this.saving) return;
    const said = { tellId: crypto.randomUUID(), placeGroupId: group.placeGroupId, free };
    if (await this.#ask(() => api('POST', this.#address, said))) {
      this.saved = new Set([...this.saved, group.placeGroupId]);
      this.free = null;
      this.at += 1;
      await this.updateComplete;
      this.querySelector('h2')?.focus();
    }
  }

  render() {
    return html`<main class="libre" id="main">
      <header><span class="mark">115</span> <h1>${this.siteName || t('libre.title')}</h1>
        <button class="link" @click=${() => chooseLanguage(language() === 'fr' ? 'en' : 'fr')}>${t('libre.otherLanguage')}</button></header>
      ${this.#body()}
    </main>`;
  }

  #body() {
    if (OVER.has(this.problem)) return html`<p class="note old" role="alert">${problemWord(this.problem)}</p><p>${t('libre.call')}</p>`;
    if (this.groups.length === 0) return this.problem ? this.#again() : html`<p class="soft" role="status">${t('libre.loading')}</p>`;
    const group = this.groups[this.at];
    return group ? this.#question(group) : this.#all();
  }

  #again() {
    return html`<p class="problem" role="alert">${problemWord(this.problem)}</p>
      <button class="main big" @click=${() => this.#ask(() => api('GET', this.#address))}>${t('libre.again')}</button>`;
  }

  /** @param {import('../wire.d.ts').SiteFigure} group */
  #question(group) {
    const free = this.free ?? group.free;
    const change = (/** @type {number} */ by) => (this.free = Math.max(0, Math.min(group.open, free + by)));
    return html`<section class="libre-card" aria-labelledby="asked">
      <p class="soft">${this.groups.length > 1 ? t('libre.which', { at: this.at + 1, of: this.groups.length }) : nothing}</p>
      <h2 id="asked" tabindex="-1">${t('libre.question', { group: group.name })}</h2>
      <div class="big-step">
        <button aria-label=${t('free.less')} ?disabled=${free === 0} @click=${() => change(-1)}>−</button>
        <output aria-live="polite" aria-label=${t('free.figure')}>${free}</output>
        <button aria-label=${t('free.more')} ?disabled=${free >= group.open} @click=${() => change(1)}>+</button>
      </div>
      <button class="main big" ?disabled=${this.saving} @click=${() => this.#save(group, free)}>
        ${group.toldAt && free === group.free ? t('free.stillTrue') : t('free.say', { n: free })}</button>
      <p class="soft">${group.toldAt ? t('free.last', { age: age(group.toldAt, now()), by: group.toldBy }) : t('place.neverTold')}
        ${group.held ? t('libre.held', { n: group.held }) : nothing}</p>
      <p role="status" class=${this.problem ? 'problem' : 'soft'}>${this.problem ? problemWord(this.problem) : this.saving ? t('free.saving') : this.#last()}</p>
    </section>`;
  }

  /** What was noted a moment ago: the person must see it. */
  #last() {
    const before = this.groups[this.at - 1];
    return before && this.saved.has(before.placeGroupId) ? t('libre.noted', { group: before.name, n: before.free }) : '';
  }

  #all() {
    return html`<section class="libre-card" aria-labelledby="asked">
      <h2 id="asked" tabindex="-1">${t('libre.thanks')}</h2>
      <ul>${this.groups.map((group, index) => html`<li>
        <span>${t('libre.noted', { group: group.name, n: group.free })}</span>
        <button @click=${() => { this.at = index; this.free = null; }}>${t('libre.correct')}</button></li>`)}</ul>
      <p class="soft" role="status">${t('libre.close')}</p>
    </section>`;
  }
}
customElements.define('libre-page', LibrePage);
