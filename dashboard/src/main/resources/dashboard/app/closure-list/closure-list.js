/** Closed places: which, why, until when; close some, open them again. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { api, surely } from '../api.js';
import { now } from '../clock.js';
import { chosen, offersOf, reasonWord } from '../finer.js';
import { dayAndTime } from '../format.js';
import { KeptList } from '../kept.js';
import { codeWord, t } from '../words.js';

/** @extends {KeptList<Array<Record<string, any>>>} */
export class ClosureList extends KeptList {
  static properties = { groups: { state: true } };
  static path = '/api/closures';

  constructor() {
    super();
    /** Whose places can be closed. @type {Array<{placeGroupId: string, siteName: string, name: string, open: number, occupied: number}>} */
    this.groups = [];
    this.closureId = crypto.randomUUID();
  }

  async ask() {
    await super.ask();
    try {
      this.groups = (await api('GET', '/api/board')).groups;
    } catch (problem) {
      this.met(problem);
    }
  }

  /** @param {Event} event */
  async #close(event) {
    event.preventDefault();
    const body = { closureId: this.closureId, placeGroupId: this.typed('placeGroupId'), places: Number(this.typed('places')), ...chosen(this.typed('reason')),
      fromAt: this.moment('fromAt'), expectedTo: this.moment('expectedTo'), note: this.typed('note') };
    if (!(await this.act(() => surely(() => api('POST', '/api/closures', body)), t('closures.closed')))) return;
    this.closureId = crypto.randomUUID();
    /** @type {HTMLFormElement | null} */ (this.querySelector('form'))?.reset();
  }

  render() {
    const { items } = this;
    return html`<div class="page-line"><h2>${t('coordination.closures')}</h2></div>
      <form class="keep-form" @submit=${(/** @type {Event} */ event) => this.#close(event)} novalidate>
        <div><label for="closure-group">${t('closures.group')}</label><select id="closure-group" name="placeGroupId">${this.groups.map((group) => html`
          <option value=${group.placeGroupId}>${group.siteName}, ${group.name} (${group.occupied}/${group.open})</option>`)}</select></div>
        <div><label for="closure-places">${t('closures.places')}</label><input id="closure-places" name="places" type="number" min="1" .value=${'1'} aria-invalid=${this.fault === 'places'} /></div>
        <div><label for="closure-reason">${t('closures.reason')}</label><select id="closure-reason" name="reason">${offersOf('closureWhy').map(({ value, word }) => html`
          <option value=${value}>${word}</option>`)}</select></div>
        <div><label for="closure-from">${t('closures.from')}</label><input id="closure-from" name="fromAt" type="datetime-local" aria-invalid=${this.fault === 'fromAt'} /></div>
        <div><label for="closure-to">${t('closures.to')}</label><input id="closure-to" name="expectedTo" type="datetime-local" aria-invalid=${this.fault === 'expectedTo'} /></div>
        <div><label for="closure-note">${t('closures.note')}</label><input id="closure-note" name="note" maxlength="200" autocomplete="off" /></div>
        <div class="buttons"><button class="main" ?disabled=${this.busy || this.groups.length === 0}>${t('closures.close')}</button>
          <span role="status" class=${this.problem ? 'problem' : 'soft'}>${this.problem || this.said}</span></div>
      </form>
      ${items === null ? html`<p class="soft" aria-busy="true">${t('app.loading')}</p>` : nothing}
      ${items?.length === 0 ? html`<p class="empty">${t('closures.none')}</p>` : nothing}
      <ul class="keep-rows">${repeat(items ?? [], (closure) => closure.closureId, (closure) => this.#row(closure))}</ul>`;
  }

  /** @param {Record<string, any>} closure */
  #row(closure) {
    const over = closure.endedAt !== null;
    const where = `${closure.siteName}, ${closure.groupName}`;
    return html`<li class="keep-row" data-over=${over}>
      <b>${where} <span class="chip ${closure.status === 'PLANNED' ? 'old' : ''}">${t('closures.count', { n: closure.places })} · ${reasonWord('closureWhy', closure.reason, closure.ownCode)} · ${codeWord('closureStatus', closure.status)}</span></b>
      <span class="soft">${this.#when(closure)}${closure.note ? ` · ${closure.note}` : ''} · ${t('closures.by', { by: closure.decidedBy === 'house' ? t('closures.house') : closure.decidedBy, when: dayAndTime(closure.decidedAt, now()) })}${over && closure.endedBy ? ` · ${t('closures.endedBy', { by: closure.endedBy, when: dayAndTime(closure.endedAt, now()) })}` : ''}</span>
      ${closure.tooManyInside > 0 ? html`<span class="soft chip old"><b aria-hidden="true">▲</b> ${t('closures.waits', { n: closure.tooManyInside })}</span>` : nothing}
      ${over ? nothing : html`<button ?disabled=${this.busy} aria-label="${t('closures.reopen')}, ${where}" @click=${() => this.act(() => api('POST', `/api/closures/${closure.closureId}/end`, {}), t('closures.reopened'))}>${t('closures.reopen')}</button>`}</li>`;
  }

  /** @param {Record<string, any>} closure */
  #when(closure) {
    const from = dayAndTime(closure.fromAt, now());
    return closure.expectedTo ? t('closures.fromTo', { from, to: dayAndTime(closure.expectedTo, now()) }) : t('closures.since', { from });
  }
}
customElements.define('closure-list', ClosureList);
