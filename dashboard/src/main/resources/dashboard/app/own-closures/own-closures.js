/** A shelter shuts places of its own and opens them again, with a thumb: how many, why, until when. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { api, surely } from '../api.js';
import { now } from '../clock.js';
import { closingEnd } from '../closing-end.js';
import { chosen, offersOf, reasonWord } from '../finer.js';
import { dayAndTime } from '../format.js';
import { KeptList } from '../kept.js';
import { codeWord, codesOf, t } from '../words.js';

/** @typedef {import('../wire.d.ts').GroupView} GroupView */

/** @extends {KeptList<Array<Record<string, any>>>} */
export class OwnClosures extends KeptList {
  static properties = { groups: { attribute: false }, closing: { state: true }, places: { state: true }, end: { state: true }, actedOn: { state: true } };
  static path = '/api/closures';

  constructor() {
    super();
    /** What this account speaks for. @type {GroupView[]} */
    this.groups = [];
    /** The group whose places are about to be shut. */
    this.closing = '';
    this.places = 1;
    this.end = 'UNKNOWN';
    /** The group that the last word is about. */
    this.actedOn = '';
    this.closureId = crypto.randomUUID();
  }

  /** @param {GroupView} group */
  async #open(group) {
    Object.assign(this, { closing: group.placeGroupId, actedOn: group.placeGroupId, places: 1, end: 'UNKNOWN', problem: '', said: '', fault: '', closureId: crypto.randomUUID() });
    await this.updateComplete;
    this.#focus('form h4');
  }

  /** @param {GroupView} group */
  async #leave(group) {
    this.closing = '';
    await this.updateComplete;
    this.#focus(`[data-close="${group.placeGroupId}"]`);
  }

  /** @param {Event} event @param {GroupView} group */
  async #close(event, group) {
    event.preventDefault();
    const expectedTo = this.end === 'OTHER' ? this.moment('expectedTo') : closingEnd(this.end, now());
    const body = { closureId: this.closureId, placeGroupId: group.placeGroupId, places: this.places, ...chosen(this.typed('reason')), expectedTo, note: this.typed('note') };
    if (!body.reason) {
      Object.assign(this, { fault: 'reason', problem: t('ownClosures.chooseReason') });
      this.#focus('[name=reason]');
      return;
    }
    const closed = await this.act(() => surely(() => api('POST', '/api/closures', body)), t('closures.closed'));
    if (closed) await this.#leave(group);
    else this.#focus(`[name=${this.fault || 'reason'}]`);
  }

  /** @param {string} which */
  #focus(which) {
    /** @type {HTMLElement | null} */ (this.querySelector(which))?.focus();
  }

  /** @param {Record<string, any>} closure */
  #reopen(closure) {
    this.actedOn = closure.placeGroupId;
    return this.act(() => api('POST', `/api/closures/${closure.closureId}/end`, {}), t('closures.reopened'));
  }

  render() {
    const { items, groups } = this;
    return html`<section class="own-closures" aria-labelledby="own-closures-title"><h2 id="own-closures-title">${t('ownClosures.title')}</h2>
      ${items === null ? html`<p class=${this.problem ? 'problem' : 'soft'} role="status">${this.problem || t('app.loading')}</p>` : html`<ul>
        ${repeat(groups, (group) => group.placeGroupId, (group) => this.#group(group, items))}</ul>`}
    </section>`;
  }

  /** @param {GroupView} group @param {Array<Record<string, any>>} items */
  #group(group, items) {
    const closures = items.filter((each) => each.placeGroupId === group.placeGroupId && each.endedAt === null);
    const closing = this.closing === group.placeGroupId;
    const about = this.actedOn === group.placeGroupId;
    return html`<li><h3>${group.name} <small>${group.siteName}</small></h3>
      ${closures.length === 0 ? html`<p class="soft">${t('closures.none')}</p>` : nothing}
      ${repeat(closures, (closure) => closure.closureId, (closure) => this.#closure(closure))}
      ${closing ? this.#form(group) : group.open === group.occupied ? html`<p class="soft">${t('ownClosures.noneEmpty')}</p>` : html`<button class="big" data-close=${group.placeGroupId} aria-label="${t('ownClosures.open')}, ${group.name}" ?disabled=${this.busy} @click=${() => this.#open(group)}>${t('ownClosures.open')}</button>`}
      <p role="status" class=${this.problem ? 'problem' : 'soft'}>${about ? this.problem || this.said : nothing}</p></li>`;
  }

  /** @param {Record<string, any>} closure */
  #closure(closure) {
    const why = `${t('closures.count', { n: closure.places })} · ${reasonWord('closureWhy', closure.reason, closure.ownCode)} · ${codeWord('closureStatus', closure.status)}`;
    const until = closure.expectedTo ? t('closures.fromTo', { from: dayAndTime(closure.fromAt, now()), to: dayAndTime(closure.expectedTo, now()) }) : `${t('closures.since', { from: dayAndTime(closure.fromAt, now()) })}, ${t('ownClosures.endUnknown')}`;
    return html`<div class="own-closure"><div><b>${why}</b><small>${until}${closure.note ? ` · ${closure.note}` : ''}</small>
      ${closure.tooManyInside > 0 ? html`<small class="chip old"><b aria-hidden="true">▲</b> ${t('closures.waits', { n: closure.tooManyInside })}</small>` : nothing}</div>
      <button class="big" aria-label="${t('closures.reopen')}, ${why}" ?disabled=${this.busy} @click=${() => this.#reopen(closure)}>${t('closures.reopen')}</button></div>`;
  }

  /** Nobody is sent away: what is shut is empty; what an agent holds goes back last. @param {GroupView} group */
  #form(group) {
    const most = Math.max(1, group.open - group.occupied);
    const places = Math.min(this.places, most);
    const taken = Math.max(0, places - (most - group.held));
    const change = (/** @type {number} */ to) => (this.places = Math.max(1, Math.min(most, to)));
    return html`<form @submit=${(/** @type {Event} */ event) => this.#close(event, group)} novalidate>
      <h4 tabindex="-1">${t('closures.places')}</h4>
      <div class="big-step">
        <button type="button" aria-label=${t('ownClosures.less')} ?disabled=${places === 1} @click=${() => change(places - 1)}>−</button>
        <output aria-live="polite" aria-label=${t('closures.places')}>${places}</output>
        <button type="button" aria-label=${t('ownClosures.more')} ?disabled=${places >= most} @click=${() => change(places + 1)}>+</button>
      </div>
      <button type="button" class="big" aria-pressed=${places === most} @click=${() => change(most)}>${t('ownClosures.all', { n: most })}</button>
      ${taken > 0 ? html`<p class="note old"><b aria-hidden="true">▲</b> ${t('ownClosures.takesHeld', { n: taken })}</p>` : nothing}
      <label>${t('closures.reason')}<select name="reason" aria-invalid=${this.fault === 'reason'}><option value="">${t('ownClosures.chooseReason')}</option>
        ${offersOf('closureWhy').map(({ value, word }) => html`<option value=${value}>${word}</option>`)}</select></label>
      <label>${t('ownClosures.end')}<select name="end" @change=${(/** @type {any} */ event) => (this.end = event.target.value)}>
        ${codesOf('closingEnd').map((code) => html`<option value=${code}>${codeWord('closingEnd', code)}</option>`)}</select></label>
      ${this.end === 'OTHER' ? html`<label>${t('ownClosures.endAt')}<input type="datetime-local" name="expectedTo" aria-invalid=${this.fault === 'expectedTo'} /></label>` : nothing}
      <label>${t('closures.note')}<input name="note" maxlength="200" autocomplete="off" /></label>
      <div class="choices"><button class="big main" ?disabled=${this.busy}>${t('ownClosures.close', { n: places })}</button>
        <button type="button" class="big" @click=${() => this.#leave(group)}>${t('expected.cancel')}</button></div></form>`;
  }
}
customElements.define('own-closures', OwnClosures);
