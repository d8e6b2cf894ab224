/** All groups with their sites: found by words, changed in a sheet below the line. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { Problem, api } from '../api.js';
import { HotlineElement } from '../element.js';
import { codeWord, problemWord, t } from '../words.js';
import '../group-sheet/group-sheet.js';

const SHOWN_AT_FIRST = 40;

export class GroupDirectory extends HotlineElement {
  static properties = { entries: { state: true }, search: { state: true }, chosen: { state: true }, shown: { state: true }, problem: { state: true } };

  constructor() {
    super();
    /** @type {Array<Record<string, any>> | null} */
    this.entries = null;
    this.search = '';
    /** The group in the sheet; 'new' for one that is not there yet. */
    this.chosen = '';
    this.shown = SHOWN_AT_FIRST;
    this.problem = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener('directory-changed', () => void this.#ask());
    this.addEventListener('sheet-closed', () => void this.#close());
    void this.#ask();
  }

  async #ask() {
    try {
      this.entries = await api('GET', '/api/directory');
      this.problem = '';
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (problem.status === 401) this.say('signed-out');
      this.problem = problemWord(problem.code);
    }
  }

  async #close() {
    const last = this.chosen;
    this.chosen = '';
    await this.#ask();
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector(`[data-open="${last}"]`))?.focus();
  }

  render() {
    const wanted = this.search.toLowerCase();
    const found = (this.entries ?? []).filter((entry) => `${entry.siteName} ${entry.name} ${entry.commune} ${entry.organisation}`.toLowerCase().includes(wanted));
    return html`<div class="page-line"><h2>${t('coordination.groups')}</h2><span class="soft">${this.entries ? t('directory.count', { n: found.length }) : t('app.loading')}</span></div>
      <div class="filters" role="search"><input type="search" aria-label=${t('directory.search')} placeholder=${t('directory.search')} .value=${this.search} @input=${(/** @type {any} */ event) => (this.search = event.target.value)} />
        <button data-open="new" aria-expanded=${this.chosen === 'new'} @click=${() => (this.chosen = this.chosen === 'new' ? '' : 'new')}>${t('directory.add')}</button></div>
      <p role="status" class="problem">${this.problem}</p>
      ${this.chosen === 'new' ? html`<group-sheet></group-sheet>` : nothing}
      <ul class="keep-rows">${repeat(found.slice(0, this.shown), (entry) => entry.placeGroup, (entry) => this.#row(entry))}</ul>
      ${this.entries && found.length === 0 ? html`<p class="empty">${t('places.noneFound')}</p>` : nothing}
      ${found.length > this.shown ? html`<button class="wide-button" @click=${() => (this.shown += SHOWN_AT_FIRST)}>${t('board.more', { n: found.length - this.shown })}</button>` : nothing}`;
  }

  /** @param {Record<string, any>} entry */
  #row(entry) {
    const open = this.chosen === entry.placeGroup;
    return html`<li><div class="keep-row">
        <b>${entry.siteName} <span class="soft">${entry.name}</span></b>
        <span class="soft">${codeWord('placeType', entry.placeType)} · ${entry.addressIsSecret ? t('directory.secret') : entry.commune} · ${t('directory.figures', { installed: entry.installed, closed: entry.closed, inside: entry.inside })}${this.#season(entry)}</span>
        <button data-open=${entry.placeGroup} aria-expanded=${open} aria-label="${t('directory.change')}, ${entry.siteName}, ${entry.name}" @click=${() => (this.chosen = open ? '' : entry.placeGroup)}>${t('directory.change')}</button>
      </div>${open ? html`<group-sheet .entry=${entry}></group-sheet>` : nothing}</li>`;
  }

  /** @param {Record<string, any>} entry */
  #season(entry) {
    if (entry.openedByPlan) return html` · <span class="chip free">${t('directory.openedByPlan')}</span>`;
    if (entry.availability === 'YEAR_ROUND') return nothing;
    return html` · <span class="chip">${codeWord('availability', entry.availability)}</span>`;
  }
}
customElements.define('group-directory', GroupDirectory);
