/** Who is calling: one line when it is known, else who it may be, a search, and "somebody new". Nobody in particular is normal. */
import { html, nothing } from '../../vendor/lit.js';
import { HotlineElement } from '../element.js';
import { prefill } from '../composition.js';
import { Household } from '../household.js';
import { shownKeys } from '../keys.js';
import { calledBy } from '../person-name.js';
import { Who } from '../who.js';
import { codeWord, problemWord, t } from '../words.js';
import { aboutPerson, newPersonForm } from './who-lines.js';
import '../household-line/household-line.js';
import '../person-file/person-file.js';
import '../siao-sheet/siao-sheet.js';

export class WhoPanel extends HotlineElement {
  static properties = { contactId: {}, contact: { attribute: false }, adding: { state: true }, sheetOnly: { state: true }, filled: { state: true } };

  /** @type {Who | null} */
  #who = null;
  /** @type {Household | null} */
  #household = null;
  /** One for each new person, so that a second click is the same one. */
  #newId = '';

  constructor() {
    super();
    this.contactId = '';
    /** @type {import('../wire.d.ts').Contact | null} as it is typed now */
    this.contact = null;
    this.adding = false;
    this.sheetOnly = false;
    this.filled = false;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has('contactId')) return;
    Object.assign(this, { adding: false, filled: false });
    this.#who = this.contactId ? new Who(this.contactId) : null;
    this.#household = this.contactId ? new Household(this.contactId) : null;
    this.#household?.addEventListener('change', () => this.requestUpdate());
    this.#who?.addEventListener('change', () => void this.#whoChanged());
    this.#who?.addEventListener('linked', () => void this.#fill());
    this.#who?.addEventListener('opened', () => void this.#household?.look());
    void this.#who?.look();
  }

  async #whoChanged() {
    this.requestUpdate();
    await this.#household?.follow(this.#who?.linked?.personId ?? null);
  }

  /** The agent has just said who it is: what nobody was asked yet is taken over, and the line says so. */
  async #fill() {
    await this.#whoChanged();
    const household = this.#household?.file?.household;
    const fields = household && this.contact ? prefill(household, this.contact) : {};
    this.filled = Object.keys(fields).length > 0;
    if (this.filled) this.say('contact-fill', fields);
  }

  /** Only ever after the agent asked for it. */
  begin() {
    /** @type {HTMLElement | null} */ (this.querySelector('.who-linked button, .who-found button, #who-text'))?.focus();
  }

  render() {
    const who = this.#who;
    if (!who) return nothing;
    return html`<section class="who-panel" aria-label=${t('who.title')}>
      ${who.linked ? html`${this.#linked(who.linked)}<household-line .household=${this.#household} .file=${this.#household?.file ?? null} .problem=${this.#household?.problem ?? null} .contact=${this.contact} .filled=${this.filled}></household-line>` : this.#unknown(who)}
      <p class="who-foot"><span class=${who.problem ? 'problem' : 'soft'} role="status">${this.#said(who)}</span>
        <button class="link" @click=${this.#sheet}>${t('siao.open')}</button></p>
    </section>
    <person-file .who=${who} .file=${this.sheetOnly ? null : who.file} .household=${this.#household} .home=${this.#household?.file ?? null} .candidates=${this.#household?.candidates ?? null} .homeProblem=${this.#household?.problem ?? null}></person-file>
    <siao-sheet .contact=${this.contact} .person=${who.file?.person ?? null}></siao-sheet>`;
  }

  /** @param {Who} who */
  #said(who) {
    if (who.problem) return problemWord(who.problem.code);
    return who.results && !who.linked ? t('who.results', { n: who.results.length }) : nothing;
  }

  /** @param {import('../wire.d.ts').FoundPerson} person */
  #linked(person) {
    return html`<p class="who-linked"><b>${calledBy(person) || t('who.anonymous')}</b>
      <span class="soft">${aboutPerson(person)}</span>
      <button @click=${this.#open}>${t('who.file')}</button>
      <button class="link" @click=${() => this.#who?.unlink()}>${t('who.notThem')}</button></p>`;
  }

  /** @param {Who} who */
  #unknown(who) {
    const shown = who.results ?? who.found;
    return html`<div class="who-head-line"><h3>${t('who.title')} <kbd>${shownKeys('who')}</kbd></h3>
        <span class="soft">${t('who.anonymousIsNormal')}</span></div>
      ${shown.length > 0 ? html`<ul class="who-found">${shown.map((person) => this.#choice(person))}</ul>` : nothing}
      <form class="who-search" @submit=${this.#search}>
        <div class="field"><label for="who-text">${t('who.text')}</label><input id="who-text" name="text" autocomplete="off" maxlength="180" /></div>
        <div class="field who-year"><label for="who-year">${t('who.year')}</label><input id="who-year" name="year" inputmode="numeric" autocomplete="off" maxlength="4" /></div>
        <button>${t('who.search')}</button>
        <button type="button" aria-expanded=${this.adding} @click=${this.#begin}>${t('who.new')}</button>
      </form>
      ${this.adding ? newPersonForm((event) => void this.#add(event)) : nothing}`;
  }

  /** @param {import('../wire.d.ts').FoundPerson} person */
  #choice(person) {
    return html`<li><button @click=${() => this.#who?.link(person.personId)}>${t('who.isIt', { who: calledBy(person) || person.code })}</button>
      <span class="soft">${person.why.map((each) => codeWord('foundBy', each)).join(', ')} · ${aboutPerson(person)}</span></li>`;
  }

  #open() {
    this.sheetOnly = false;
    void this.#who?.open();
  }

  /** The sheet says who they are, so their file is opened for it. */
  async #sheet() {
    this.sheetOnly = true;
    await this.#who?.open();
    await this.updateComplete;
    /** @type {import('../siao-sheet/siao-sheet.js').SiaoSheet | null} */ (this.querySelector('siao-sheet'))?.open();
  }

  #begin() {
    this.adding = !this.adding;
    this.#newId = crypto.randomUUID();
    if (this.adding) void this.updateComplete.then(() => /** @type {HTMLElement | null} */ (this.querySelector('#new-firstName'))?.focus());
  }

  /** @param {SubmitEvent} event */
  #search(event) {
    event.preventDefault();
    const said = new FormData(/** @type {HTMLFormElement} */ (event.target));
    void this.#who?.search(String(said.get('text')), String(said.get('year')));
  }

  /** @param {SubmitEvent} event */
  async #add(event) {
    event.preventDefault();
    const said = Object.fromEntries(new FormData(/** @type {HTMLFormElement} */ (event.target)));
    const { firstName, lastName, pseudonym, birthYear } = /** @type {Record<string, string>} */ (said);
    const details = { firstName, lastName, pseudonym, birthYear: birthYear ? Number(birthYear) : null, gender: 'UNKNOWN', language: null, refused: false };
    await this.#who?.add(details, this.#newId);
    if (!this.#who?.problem) this.adding = false;
  }
}
customElements.define('who-panel', WhoPanel);
