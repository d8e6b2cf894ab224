/** Where the board's figures are not true: what was found, what its sources say, and the decision of a person. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { api, surely } from '../api.js';
import { now } from '../clock.js';
import { age, dayAndTime } from '../format.js';
import { KeptList } from '../kept.js';
import { codeWord, t } from '../words.js';

/** @typedef {import('../wire.d.ts').BoardAlarm} BoardAlarm */

/** @extends {KeptList<BoardAlarm[]>} */
export class BoardAlarms extends KeptList {
  static path = '/api/board/alarms';

  render() {
    const { items } = this;
    const open = items?.filter((alarm) => alarm.open) ?? [];
    const past = items?.filter((alarm) => !alarm.open) ?? [];
    return html`<section class="alarms" aria-labelledby="alarms-title">
      <div class="page-line"><h2 id="alarms-title">${t('alarms.title')}</h2>
        ${items ? html`<span class="soft">${open.length === 0 ? html`<b class="ok" aria-hidden="true">✓</b> ${t('alarms.none')}` : t('alarms.count', { n: open.length })}</span>`
          : html`<span class="soft" aria-busy=${this.problem === ''}>${this.problem ? nothing : t('app.loading')}</span>`}</div>
      <p role="status" class=${this.problem ? 'problem' : 'soft'}>${this.problem || this.said}</p>
      <ul class="keep-rows">${repeat(open, (alarm) => alarm.alarmId, (alarm) => this.#open(alarm))}</ul>
      ${past.length === 0 ? nothing : html`<details><summary class="soft">${t('alarms.past', { n: past.length })}</summary>
        <ul class="keep-rows">${repeat(past, (alarm) => alarm.alarmId, (alarm) => this.#past(alarm))}</ul></details>`}
    </section>`;
  }

  /** @param {BoardAlarm} alarm */
  #open(alarm) {
    const button = (/** @type {string} */ decision, /** @type {string} */ word, /** @type {string} */ done) => html`<button class=${decision === 'REPAIR' ? 'main' : ''} ?disabled=${this.busy}
      aria-label="${word}, ${BoardAlarms.#where(alarm)}" @click=${() => this.#decide(alarm, decision, done)}>${word}</button>`;
    return html`<li class="keep-row alarm">
      <b>${BoardAlarms.#where(alarm)}</b>
      <span class="chip old"><b aria-hidden="true">▲</b> ${codeWord('alarmWhat', alarm.what)}</span>
      <span>${t('alarms.figures', { found: alarm.found, expected: alarm.expected })} <small>${t('alarms.seen', { age: age(alarm.at, now()) })}</small></span>
      ${alarm.repairable ? nothing : html`<span class="soft">${t('alarms.people')}</span>`}
      <span class="ends">${alarm.repairable ? button('REPAIR', t('alarms.repair'), t('alarms.repaired')) : nothing}${button('ACKNOWLEDGE', t('alarms.acknowledge'), t('alarms.acknowledged'))}</span></li>`;
  }

  /** @param {BoardAlarm} alarm @param {string} decision @param {string} done */
  #decide(alarm, decision, done) {
    return this.act(() => surely(() => api('POST', `/api/board/alarms/${alarm.alarmId}/decide`, { decision })), done);
  }

  /** @param {BoardAlarm} alarm */
  #past(alarm) {
    const what = alarm.decision ? codeWord('alarmDecision', alarm.decision) : t('alarms.byItself');
    return html`<li class="keep-row" data-over="true">
      <b>${BoardAlarms.#where(alarm)} <span class="chip">${codeWord('alarmWhat', alarm.what)}</span></b>
      <span class="soft">${t('alarms.figures', { found: alarm.found, expected: alarm.expected })} · ${what}${alarm.decidedBy ? `, ${alarm.decidedBy}` : ''}, ${dayAndTime(alarm.decidedAt ?? alarm.at, now())}</span></li>`;
  }

  /** @param {BoardAlarm} alarm */
  static #where(alarm) {
    return [alarm.siteName, alarm.groupName].filter(Boolean).join(', ');
  }
}
customElements.define('board-alarms', BoardAlarms);
