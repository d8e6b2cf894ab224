/** The lists of codes: their words here, their order, what forms offer, and finer entries of the house below a nation's code. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { api } from '../api.js';
import { now } from '../clock.js';
import { readHouseLists } from '../follow-lists.js';
import { dayAndTime } from '../format.js';
import { WORDS_OF } from '../house-lists.js';
import { KeptList } from '../kept.js';
import { codeWord, ownWord, t } from '../words.js';
import { added, changed, inFamilies, moved } from './list-draft.js';

/** @typedef {import('../house-lists.js').HouseList} HouseList @typedef {import('../house-lists.js').ListEntry} ListEntry */

/** @extends {KeptList<HouseList[]>} */
export class ReferenceLists extends KeptList {
  static path = '/api/reference';
  static properties = { shown: { state: true }, draft: { state: true }, faults: { state: true } };

  constructor() {
    super();
    this.shown = 'CLOSURE_REASON';
    /** The list as it is being changed; null: as saved. @type {{version: number, entries: ListEntry[]} | null} */
    this.draft = null;
    /** @type {Array<{code: string, field: string, why: string}>} */
    this.faults = [];
  }

  /** A colleague's change is taken in while nothing is being changed here. */
  get #list() {
    const saved = this.items?.find((each) => each.list === this.shown);
    return saved && { ...saved, ...(this.draft ?? { entries: inFamilies(saved.entries) }) };
  }

  /** @param {ListEntry[]} entries */
  #change(entries) {
    const list = this.#list;
    if (list) Object.assign(this, { draft: { version: list.version, entries }, said: '', problem: '' });
  }

  async #save() {
    const list = this.#list;
    if (!list || !this.draft) return;
    this.faults = [];
    const { version, entries } = this.draft;
    if (!(await this.act(() => api('PUT', `/api/reference/${list.list}`, { version, entries }), t('lists.saved')))) return;
    this.draft = null;
    await readHouseLists();
  }

  /** What is wrong is said at its line; what a colleague saved meanwhile is the ground for the next try. @param {unknown} problem */
  met(problem) {
    super.met(problem);
    const body = /** @type {{body?: {faults?: Array<{code: string, field: string, why: string}>, current?: HouseList}}} */ (problem).body;
    this.faults = body?.faults ?? [];
    if (body?.current) this.draft = null;
  }

  /** @param {Event} event */
  #add(event) {
    event.preventDefault();
    const list = this.#list;
    const own = { parent: this.typed('parent'), fr: this.typed('fr'), en: this.typed('en') };
    const entries = list && own.fr && own.en ? added(list.entries, own) : null;
    if (!entries) return void (this.problem = t(own.fr && own.en ? 'lists.twice' : 'lists.needsWords'));
    this.#change(entries);
    /** @type {HTMLFormElement} */ (event.target).reset();
  }

  render() {
    const list = this.#list;
    return html`<div class="page-line"><h2>${t('coordination.lists')}</h2></div><p class="soft">${t('lists.lead')}</p>
      ${list ? this.#whole(list) : html`<p role="status" class=${this.problem ? 'problem' : 'soft'} aria-busy=${this.problem === ''}>${this.problem || t('app.loading')}</p>`}`;
  }

  /** @param {HouseList} list */
  #whole(list) {
    return html`<p class="list-choice"><label for="list-shown">${t('lists.choose')}</label>
        <select id="list-shown" @change=${(/** @type {any} */ event) => Object.assign(this, { shown: event.target.value, draft: null, faults: [], problem: '', said: '' })}>
          ${Object.keys(WORDS_OF).map((each) => html`<option value=${each} ?selected=${each === list.list}>${codeWord('listName', each)}</option>`)}</select>
        <small class="soft">${list.changedBy && list.changedAt ? t('lists.changed', { by: list.changedBy, when: dayAndTime(list.changedAt, now()) }) : t('lists.untouched')}</small></p>
      <p class="list-head soft" aria-hidden="true"><span></span><span>${t('lists.fr')}</span><span>${t('lists.en')}</span></p>
      <ul class="keep-rows list-rows">${repeat(list.entries, (entry) => entry.code, (entry) => this.#row(list, entry))}</ul>
      <p class="list-acts"><button class="main" ?disabled=${this.busy || !this.draft} @click=${() => void this.#save()}>${t('lists.save')}</button>
        ${this.draft ? html`<button ?disabled=${this.busy} @click=${() => Object.assign(this, { draft: null, faults: [], problem: '' })}>${t('lists.undo')}</button>` : nothing}
        <span role="status" class=${this.problem ? 'problem' : 'soft'}>${this.problem || this.said || (this.draft ? t('lists.unsaved') : '')}</span></p>
      ${list.takesOwn ? this.#form(list) : html`<p class="soft">${t('lists.noOwn')}</p>`}`;
  }

  /** @param {HouseList} list @param {ListEntry} entry */
  #row(list, entry) {
    const words = WORDS_OF[list.list];
    const own = entry.parent !== null;
    const name = t('lists.row', { word: entry.fr || ownWord(words, entry.code, 'fr'), code: entry.code });
    const fault = this.faults.find((each) => each.code === entry.code);
    const change = (/** @type {Partial<ListEntry>} */ said) => this.#change(changed(list.entries, entry.code, said));
    const word = (/** @type {'fr' | 'en'} */ language) => html`<input maxlength="80" autocomplete="off" aria-label="${t(`lists.${language}`)}, ${name}" aria-invalid=${fault?.field === language}
      placeholder=${own ? nothing : ownWord(words, entry.code, language)} .value=${entry[language]} @change=${(/** @type {any} */ event) => change({ [language]: event.target.value.trim() })} />`;
    const move = (/** @type {-1 | 1} */ by, /** @type {string} */ sign, /** @type {string} */ said) => html`<button type="button" aria-label="${said}, ${name}" @click=${() => this.#change(moved(list.entries, entry.code, by))}>${sign}</button>`;
    return html`<li class="keep-row list-row" data-own=${own} data-code=${entry.code}>
      <code>${entry.code}</code>${word('fr')}${word('en')}
      <label class="check"><input type="checkbox" aria-label="${t('lists.offered')}, ${name}" .checked=${entry.offered} @change=${(/** @type {any} */ event) => change({ offered: event.target.checked })} /> ${t('lists.offered')}</label>
      <span class="list-moves">${move(-1, '↑', t('lists.up'))}${move(1, '↓', t('lists.down'))}
        ${own ? html`<button type="button" aria-label="${t('lists.remove')}, ${name}" @click=${() => this.#change(list.entries.filter((each) => each !== entry))}>${t('lists.remove')}</button>` : nothing}</span>
      ${entry.parent ? html`<small class="soft">${t('lists.below', { code: codeWord(words, entry.parent) })}</small>` : nothing}
      ${fault ? html`<small class="problem" role="alert">${codeWord('listFault', fault.why)}</small>` : nothing}</li>`;
  }

  /** @param {HouseList} list */
  #form(list) {
    const words = WORDS_OF[list.list];
    return html`<form class="keep-form" @submit=${(/** @type {Event} */ event) => this.#add(event)} novalidate><h3>${t('lists.add')}</h3>
      <div><label for="list-parent">${t('lists.parent')}</label><select id="list-parent" name="parent">${list.entries.filter((entry) => entry.parent === null).map((entry) => html`
        <option value=${entry.code}>${entry.fr || ownWord(words, entry.code, 'fr')} (${entry.code})</option>`)}</select></div>
      <div><label for="list-fr">${t('lists.fr')}</label><input id="list-fr" name="fr" maxlength="80" autocomplete="off" /></div>
      <div><label for="list-en">${t('lists.en')}</label><input id="list-en" name="en" maxlength="80" autocomplete="off" /></div>
      <div class="buttons"><button>${t('lists.add')}</button></div></form>`;
  }
}
customElements.define('reference-lists', ReferenceLists);
