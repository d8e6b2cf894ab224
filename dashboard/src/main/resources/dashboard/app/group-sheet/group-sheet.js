/** One group and its site to change, or a new one. Only what differs is sent; what somebody else changed meanwhile is shown, not overwritten. */
import { html, nothing } from '../../vendor/lit.js';
import { Problem, api } from '../api.js';
import { HotlineElement } from '../element.js';
import { codeWord, codesOf, problemWord, t } from '../words.js';
import { GROUP_FIELDS, SITE_FIELDS, changes, typed } from './sheet-fields.js';

/** @typedef {import('./sheet-fields.js').SheetField} SheetField */

const NEW = { version: 0, placeType: 'CHU', unit: 'PERSON_PLACE', roomSize: 1, cots: 0, genderRule: 'MIXED', access: 'UNKNOWN', availability: 'YEAR_ROUND', arrivalFrom: '14:00',
  arrivalUntil: '22:00', stayRule: 'OPEN_ENDED', allocationOwner: 'SIAO_115', staleAfterMinutes: 240, householdTypes: [], pets: '', siteKind: 'FIXED', siteAccess: 'UNKNOWN', sitePets: 'NONE' };

export class GroupSheet extends HotlineElement {
  static properties = { entry: { attribute: false }, faults: { state: true }, said: { state: true }, problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** Null: a new group. @type {Record<string, any> | null} */
    this.entry = null;
    /** @type {Record<string, string>} field -> code */
    this.faults = {};
    this.said = '';
    this.problem = '';
    this.busy = false;
  }

  /** @returns {Record<string, any>} */
  get #before() {
    return this.entry ?? NEW;
  }

  /** @param {SheetField[]} fields */
  #typed(fields) {
    const inputs = fields.map((field) => [field, /** @type {any} */ (this.querySelector(`[name=${field.name}]`))]);
    return Object.fromEntries(inputs.map(([field, input]) => [field.name, typed(field, input)]));
  }

  /** @param {Event} event */
  async #save(event) {
    event.preventDefault();
    const group = this.#typed(GROUP_FIELDS);
    const site = this.#typed(SITE_FIELDS);
    await this.#try(async () => {
      if (!this.entry) {
        const ids = this.#typed([{ name: 'placeGroup', kind: 'text' }, { name: 'site', kind: 'text' }]);
        this.entry = await api('POST', '/api/directory/groups', { ...ids, ...group, ...changes(SITE_FIELDS, {}, site) });
      } else {
        const siteChanges = changes(SITE_FIELDS, this.#before, site);
        const groupChanges = changes(GROUP_FIELDS, this.#before, group);
        if (Object.keys(siteChanges).length > 0) this.entry = await this.#patch('sites', this.#before.site, this.#before.siteVersion, siteChanges);
        if (Object.keys(groupChanges).length > 0) this.entry = await this.#patch('groups', this.#before.placeGroup, this.#before.version, groupChanges);
      }
      this.said = t('sheet.saved');
    });
  }

  /** A site's answer may be of another of its groups: only what is the site's is taken. @param {string} kind @param {string} id @param {number} version @param {object} what */
  async #patch(kind, id, version, what) {
    const answer = await api('PATCH', `/api/directory/${kind}/${id}`, { version, ...what });
    if (kind === 'groups') return answer;
    const ofSite = Object.fromEntries(['siteVersion', ...SITE_FIELDS.map(({ name }) => name)].map((name) => [name, answer[name]]));
    return { ...this.entry, ...ofSite };
  }

  async #retire() {
    await this.#try(async () => {
      await api('POST', `/api/directory/groups/${this.#before.placeGroup}/retire`, { version: this.#before.version });
      this.say('sheet-closed');
    });
  }

  /** @param {() => Promise<void>} doing */
  async #try(doing) {
    if (this.busy) return;
    Object.assign(this, { busy: true, problem: '', said: '', faults: {} });
    try {
      await doing();
      this.say('directory-changed', this.entry);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (problem.status === 401) this.say('signed-out');
      for (const fault of problem.body.faults ?? []) this.faults[fault.field] = fault.code;
      if (problem.body.field) this.faults[problem.body.field] = problem.code;
      if (problem.code === 'CONFLICT') this.entry = problem.body.current;
      this.problem = problemWord(problem.code, problem.body);
    }
    this.busy = false;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('[aria-invalid=true]'))?.focus();
  }

  render() {
    const before = this.#before;
    return html`<form class="keep-form" @submit=${(/** @type {Event} */ event) => this.#save(event)} novalidate>
      <h3>${this.entry ? html`${before.name} <small>${before.siteName}</small>` : t('sheet.new')}</h3>
      ${this.entry ? nothing : html`${this.#field({ name: 'placeGroup', kind: 'text' })}${this.#field({ name: 'site', kind: 'text' })}`}
      ${GROUP_FIELDS.map((field) => this.#field(field))}
      <h3>${t('sheet.siteHead')}</h3>
      ${SITE_FIELDS.map((field) => this.#field(field))}
      <div class="buttons"><button class="main" ?disabled=${this.busy}>${t('sheet.save')}</button>
        <button type="button" @click=${() => this.say('sheet-closed')}>${t('common.close')}</button>
        ${this.entry ? html`<button type="button" class="stop" ?disabled=${this.busy} @click=${() => this.#retire()}>${t('sheet.retire')}</button>` : nothing}
        <span role="status" class=${this.problem ? 'problem' : 'soft'}>${this.problem || this.said}</span></div>
    </form>`;
  }

  /** @param {SheetField} field */
  #field(field) {
    const id = `sheet-${field.name}`;
    const fault = this.faults[field.name];
    if (field.kind === 'check') return html`<label class="check"><input type="checkbox" name=${field.name} .checked=${Boolean(this.#before[field.name])} aria-invalid=${fault ? 'true' : 'false'} /> ${t(`sheet.${field.name}`)}</label>`;
    return html`<div class=${field.kind === 'codes' ? 'wide' : ''}><label for=${id}>${t(`sheet.${field.name}`)}</label>${this.#input(field, id, fault)}
      ${fault ? html`<small class="problem" id="${id}-fault">${problemWord(fault)}</small>` : nothing}</div>`;
  }

  /** @param {SheetField} field @param {string} id @param {string | undefined} fault */
  #input(field, id, fault) {
    const value = this.#before[field.name] ?? '';
    const invalid = fault ? 'true' : 'false';
    const told = fault ? `${id}-fault` : nothing;
    if (field.kind === 'code') return html`<select id=${id} name=${field.name} aria-invalid=${invalid} aria-describedby=${told}>${codesOf(field.codes ?? '').map((code) => html`
      <option value=${code === 'AS_SITE' ? '' : code} ?selected=${(code === 'AS_SITE' ? '' : code) === value}>${codeWord(field.codes ?? '', code)}</option>`)}</select>`;
    if (field.kind === 'codes') return html`<select multiple size="4" id=${id} name=${field.name} aria-invalid=${invalid} aria-describedby=${told}>${codesOf(field.codes ?? '').map((code) => html`
      <option value=${code} ?selected=${value.includes(code)}>${codeWord(field.codes ?? '', code)}</option>`)}</select>`;
    return html`<input id=${id} name=${field.name} type=${field.kind} .value=${String(value)} aria-invalid=${invalid} aria-describedby=${told} autocomplete="off" />`;
  }
}
customElements.define('group-sheet', GroupSheet);
