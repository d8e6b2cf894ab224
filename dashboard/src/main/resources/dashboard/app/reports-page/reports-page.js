/** The figures of a day, a week or a month: what the service did, and how each figure is counted. */
import { html, nothing } from '../../vendor/lit.js';
import { Problem, api } from '../api.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { figure } from '../figure.js';
import { night, shortAge } from '../format.js';
import { codeWord, codesOf, problemWord, t } from '../words.js';
import '../abandoned-list/abandoned-list.js';
import '../figure-chart/figure-chart.js';
import '../page-head/page-head.js';
import { cut, definitions, rowName } from './report-tables.js';

const HOURS = Array.from({ length: 25 }, (_, hour) => hour);

export class ReportsPage extends HotlineElement {
  static properties = { session: { attribute: false }, wish: { state: true }, report: { state: true }, lines: { state: true }, problem: { state: true }, busy: { state: true } };

  /** Only the answer to the last question is shown. */
  #asked = 0;

  constructor() {
    super();
    /** @type {import('../wire.d.ts').Session} */
    this.session;
    /** @type {Record<string, string>} what is asked for; what is empty is not asked */
    this.wish = { span: 'DAY', day: '', fromHour: '', untilHour: '', line: '', by: 'HOUR' };
    /** @type {import('../wire.d.ts').ReportView | null} */
    this.report = null;
    /** @type {import('../wire.d.ts').LineView[]} */
    this.lines = [];
    this.problem = '';
    this.busy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#ask();
  }

  get #query() {
    const day = this.wish.span === 'DAY';
    const asked = Object.entries(this.wish).filter(([name, value]) => value !== '' && (day || !name.endsWith('Hour')));
    return new URLSearchParams(asked).toString();
  }

  async #ask() {
    const mine = ++this.#asked;
    this.busy = true;
    try {
      const [report, board] = await Promise.all([api('GET', `/api/reports?${this.#query}`), this.lines.length > 0 ? null : api('GET', '/api/lines')]);
      if (mine !== this.#asked) return;
      if (board) this.lines = board.lines.filter((/** @type {import('../wire.d.ts').LineView} */ line) => line.kind !== 'TEST');
      this.report = report;
      this.problem = '';
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (problem.status === 401) this.say('signed-out');
      if (mine === this.#asked) this.problem = problem.code;
    } finally {
      if (mine === this.#asked) this.busy = false;
    }
  }

  /** @param {string} name @param {Event} event */
  #wishes(name, event) {
    const value = /** @type {HTMLInputElement} */ (event.target).value;
    this.wish = { ...this.wish, [name]: value };
    if (name === 'span') this.wish.by = value === 'DAY' ? 'HOUR' : 'DAY';
    void this.#ask();
  }

  render() {
    const { report } = this;
    return html`<page-head page="reports" .session=${this.session}></page-head>
      <main id="main" class="page reports" tabindex="-1">
        ${this.#form()}
        <p class="problem" role="alert">${this.problem ? problemWord(this.problem) : ''}</p>
        ${report === null ? html`<p class="soft" aria-busy="true">${t('app.loading')}</p>` : this.#report(report)}
        <abandoned-list .lines=${this.lines}></abandoned-list>
      </main>`;
  }

  #form() {
    const { wish } = this;
    return html`<div class="report-bar" role="search" aria-label=${t('report.choose')}>
      ${this.#choice('span', codesOf('span').map((code) => [code, codeWord('span', code)]))}
      <div><label for="report-day">${t('report.day')}</label><input id="report-day" type="date" .value=${wish.day || (this.report?.first ?? '')} @change=${(/** @type {Event} */ event) => this.#wishes('day', event)} /></div>
      ${wish.span === 'DAY' ? html`${this.#choice('fromHour', [['', t('report.wholeDay')], ...HOURS.slice(0, 24).map((hour) => [String(hour), t('figure.hour', { h: hour })])])}
        ${this.#choice('untilHour', [['', t('report.wholeDay')], ...HOURS.slice(1).map((hour) => [String(hour), t('figure.hour', { h: hour })])])}` : nothing}
      ${this.#choice('line', [['', t('report.allLines')], ...this.lines.map((line) => [line.line, line.name])])}
      ${this.#choice('by', codesOf('breakdown').map((code) => [code, codeWord('breakdown', code)]))}
      <a class="button" href="/api/reports/export?${this.#query}" download>${t('report.file')}</a></div>`;
  }

  /** @param {string} name @param {string[][]} choices */
  #choice(name, choices) {
    return html`<div><label for="report-${name}">${codeWord('reportWish', name)}</label>
      <select id="report-${name}" @change=${(/** @type {Event} */ event) => this.#wishes(name, event)}>${choices.map(([code, word]) => html`
        <option value=${code} ?selected=${this.wish[name] === code}>${word}</option>`)}</select></div>`;
  }

  /** @param {import('../wire.d.ts').ReportView} report */
  #report(report) {
    const value = (/** @type {string} */ code) => report.indicators.find((indicator) => indicator.code === code)?.value ?? null;
    const days = report.first === report.last ? night(report.first) : t('report.days', { first: night(report.first), last: night(report.last) });
    return html`<div class="page-line" aria-busy=${this.busy}><h2>${days}</h2><span class="soft">${t('report.counted', { age: shortAge(report.computedAt, now()) })} · ${report.zone}</span></div>
      ${report.whole ? nothing : html`<p class="note danger" role="alert"><b aria-hidden="true">■</b> ${t('report.notWhole')}</p>`}
      <div class="report-lead">
        <p><b>${figure(value('answerRateReceived'), 'SHARE')}</b> ${t('report.ofReceived', { a: report.outcomes.answered, r: report.outcomes.received })}</p>
        <p><b>${figure(value('answerRateOffered'), 'SHARE')}</b> ${t('report.ofOffered')}</p>
        <p><b>${figure(value('callerAccessRate'), 'SHARE')}</b> ${t('report.ofCallers')}</p>
      </div>
      ${report.by === 'HOUR' || report.by === 'DAY' ? html`<figure-chart .names=${report.rows.map((row) => rowName(report, row, this.lines))}
        .received=${report.rows.map((row) => row.outcomes.received)} .answered=${report.rows.map((row) => row.outcomes.answered)}></figure-chart>` : nothing}
      ${report.by === 'NONE' ? nothing : html`<details class="report-cut"><summary>${codeWord('breakdown', report.by)}</summary>${cut(report, this.lines)}</details>`}
      ${definitions(report)}
      <p class="soft">${t('report.leftOut', { test: report.leftOut.test, menu: report.leftOut.inMenu, s: report.shortAbandonSeconds })}</p>`;
  }
}
customElements.define('reports-page', ReportsPage);
