/** Sites and groups by file: first what each line would do, then all of it or the good lines. And the way out. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { api, surely } from '../api.js';
import { now } from '../clock.js';
import { dayAndTime } from '../format.js';
import { KeptList } from '../kept.js';
import { codeWord, problemWord, t } from '../words.js';

const LINES_SHOWN = 200;
const FIRST = ['REFUSED', 'REMOVED', 'CHANGED', 'NEW', 'SAME'];

/** @extends {KeptList<Array<Record<string, any>>>} */
export class ImportDesk extends KeptList {
  static properties = { report: { state: true } };
  static path = '/api/imports';

  constructor() {
    super();
    /** @type {Record<string, any> | null} */
    this.report = null;
  }

  /** @param {HTMLInputElement} input */
  async #bring(input) {
    const file = input.files?.[0];
    if (!file) return;
    const content = base64(new Uint8Array(await file.arrayBuffer()));
    const body = { importId: crypto.randomUUID(), fileName: file.name.slice(0, 120), content };
    await this.act(async () => (this.report = await surely(() => api('POST', '/api/imports', body))));
    input.value = '';
  }

  /** @param {boolean} onlyGoodLines */
  async #apply(onlyGoodLines) {
    await this.act(async () => (this.report = await api('POST', `/api/imports/${this.report?.importId}/apply`, { onlyGoodLines })));
  }

  render() {
    return html`<div class="page-line"><h2>${t('coordination.files')}</h2></div>
      <div class="keep-form">
        <div><label for="import-file">${t('files.bring')}</label><input id="import-file" type="file" accept=".csv,.json,text/csv,application/json" ?disabled=${this.busy} @change=${(/** @type {any} */ event) => this.#bring(event.target)} /></div>
        <p class="soft">${t('files.hint')}</p>
        <div class="buttons"><a class="button" href="/api/directory/export?format=CSV" download>${t('files.csv')}</a><a class="button" href="/api/directory/export?format=JSON" download>${t('files.json')}</a>
          <a class="button" href="/api/directory/export?format=HSDS" download>${t('files.hsds')}</a>
          <a class="button" href="/api/directory/export?format=HSDS_PACKAGE" download>${t('files.hsdsPackage')}</a></div>
        <p role="status" class="wide ${this.problem ? 'problem' : 'soft'}">${this.busy ? t('files.reading') : this.problem}</p>
      </div>
      ${this.report ? this.#shown(this.report) : nothing}
      <h3>${t('files.before')}</h3>
      ${this.items?.length === 0 ? html`<p class="empty">${t('files.none')}</p>` : nothing}
      <ul class="keep-rows">${repeat(this.items ?? [], (each) => each.importId, (each) => html`<li class="keep-row">
        <b>${each.fileName} <span class="chip">${codeWord('importStatus', each.status)}</span></b>
        <span class="soft">${each.broughtBy} · ${dayAndTime(each.broughtAt, now())}${each.appliedAt ? ` · ${t('files.sums', each.sums)}` : ''}</span>
        <button aria-label="${t('files.look')}, ${each.fileName}" @click=${() => this.act(async () => (this.report = await api('GET', `/api/imports/${each.importId}`)))}>${t('files.look')}</button></li>`)}</ul>`;
  }

  /** @param {Record<string, any>} report */
  #shown(report) {
    const bad = report.sums.refused > 0;
    const writes = report.sums.added + report.sums.changed + report.sums.removed > 0;
    const lines = [...report.lines].sort((one, other) => FIRST.indexOf(one.outcome) - FIRST.indexOf(other.outcome) || one.line - other.line);
    return html`<section class="report" aria-label=${t('files.report')}>
      <h3>${report.fileName} <span class="chip ${report.status === 'APPLIED' ? 'free' : ''}">${codeWord('importStatus', report.status)}</span></h3>
      ${report.problem ? html`<p class="note old"><b aria-hidden="true">▲</b> ${t(`fileProblem.${report.problem.code}`, { what: report.problem.what })}</p>` : html`<p>${t('files.sums', report.sums)}</p>`}
      ${report.encoding === 'WINDOWS_1252' ? html`<p class="note">${t('files.windows')}</p>` : nothing}
      ${report.status === 'REFUSED' && bad ? html`<p class="note old"><b aria-hidden="true">▲</b> ${t('files.nothingDone')}</p>` : nothing}
      ${report.problem || report.status === 'APPLIED' || !writes ? nothing : html`<p class="buttons">
        ${bad ? html`<button ?disabled=${this.busy} @click=${() => this.#apply(true)}>${t('files.applyGood', { n: report.sums.added + report.sums.changed + report.sums.removed })}</button>`
          : html`<button class="main" ?disabled=${this.busy} @click=${() => this.#apply(false)}>${t('files.apply')}</button>`}</p>`}
      ${lines.length === 0 ? nothing : html`<table><thead><tr><th scope="col">${t('files.line')}</th><th scope="col">${t('files.group')}</th><th scope="col">${t('files.outcome')}</th></tr></thead>
        <tbody>${lines.slice(0, LINES_SHOWN).map((line) => this.#line(line))}</tbody></table>`}
      ${lines.length > LINES_SHOWN ? html`<p class="soft">${t('files.more', { n: lines.length - LINES_SHOWN })}</p>` : nothing}</section>`;
  }

  /** @param {Record<string, any>} line */
  #line(line) {
    return html`<tr><td>${line.line}</td><td>${line.placeGroup}</td><td><span class="chip ${line.outcome === 'REFUSED' ? 'old' : line.outcome === 'NEW' ? 'free' : ''}">${codeWord('importOutcome', line.outcome)}</span>
      ${line.problems.map((/** @type {any} */ problem) => html` <span class="problem">${problem.field ? `${t(`sheet.${problem.field}`)} : ` : ''}${problemWord(problem.code)}</span>`)}
      ${line.changes.map((/** @type {any} */ change) => html` <span class="soft">${t(`sheet.${change.field}`)} : ${change.was || '—'} → ${change.becomes || '—'}</span>`)}</td></tr>`;
  }
}

/** @param {Uint8Array} bytes */
function base64(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
customElements.define('import-desk', ImportDesk);
