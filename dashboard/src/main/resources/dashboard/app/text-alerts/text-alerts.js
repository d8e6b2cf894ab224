/** Texts with words of distress: one agent takes each, reads it, and calls back. What was taken stays on the screen until it is put away. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { Problem, api, surely } from '../api.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { shortAge } from '../format.js';
import { problemWord, t } from '../words.js';

/** @typedef {import('../wire.d.ts').TextAlert} TextAlert */

export class TextAlerts extends HotlineElement {
  static properties = { alerts: { attribute: false }, taken: { state: true }, busy: { state: true }, problem: { state: true } };
  static ticks = true;

  constructor() {
    super();
    /** @type {TextAlert[]} */
    this.alerts = [];
    /** Those that this agent reads now. @type {import('../wire.d.ts').TakenAlert[]} */
    this.taken = [];
    this.busy = false;
    this.problem = '';
  }

  /** @param {TextAlert} alert */
  async #take({ alertId }) {
    if (this.busy) return;
    Object.assign(this, { busy: true, problem: '' });
    try {
      const read = await surely(() => api('POST', `/api/text-alerts/${alertId}/take`, {}));
      this.taken = [...this.taken.filter((one) => one.alertId !== alertId), read];
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problemWord(problem.code, problem.body);
    }
    this.busy = false;
  }

  /** @param {string} alertId */
  #putAway(alertId) {
    this.taken = this.taken.filter((one) => one.alertId !== alertId);
  }

  render() {
    const open = this.alerts.filter((alert) => !this.taken.some((one) => one.alertId === alert.alertId));
    return html`<div role="alert">${open.length > 0 ? html`<h2>${t('distress.title', { n: open.length })}</h2>` : nothing}${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}</div>
      ${repeat(this.taken, (one) => one.alertId, (one) => html`<div class="item distress"><b>${t('distress.from', { number: one.dial ?? t('caller.withheld') })}</b>
        <p class="distress-words">${one.body}</p><small>${t('distress.callBack')}</small>
        <button @click=${() => this.#putAway(one.alertId)}>${t('distress.putAway')}</button></div>`)}
      ${repeat(open, (alert) => alert.alertId, (alert) => html`<div class="item distress"><b>${alert.from ?? t('caller.withheld')}</b> <span class="soft">${shortAge(alert.raisedAt, now())}</span>
        <button class="main" ?disabled=${this.busy} @click=${() => this.#take(alert)}>${t('distress.take')}</button></div>`)}`;
  }
}
customElements.define('text-alerts', TextAlerts);
