/** A report as tables: each figure beside its definition, and the rows it is cut into. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { dayOf, figure, hourOf } from '../figure.js';
import { codeWord, t } from '../words.js';

/** @typedef {import('../wire.d.ts').ReportView} ReportView */
/** @typedef {import('../wire.d.ts').ReportRow} ReportRow */

/** Figures that answer one question stand together. @type {Record<string, string[]>} */
const GROUPS = {
  access: ['received', 'blocked', 'offered', 'answered', 'answerRateReceived', 'answerRateOffered', 'servedRate', 'serviceLevel', 'abandonRate', 'forcedExitRate'],
  callers: ['distinctCallers', 'withheldShare', 'callerAccessRate', 'repeatRate', 'callsPerCaller', 'attemptsBeforeAnswer', 'timeToReach'],
  waits: ['asa', 'medianWait', 'p90Wait', 'avgAbandonWait', 'longestWaitPeriod', 'longestWaitNow'],
  promises: ['callbackShare', 'callbackReachRate', 'callbackOnTime'],
  work: ['aht', 'transferRate', 'contactPerCall'],
};

/** The columns of the cut; all others are in the file. */
const COLUMNS = ['received', 'blocked', 'answered', 'answerRateReceived', 'answerRateOffered', 'abandonRate', 'serviceLevel', 'medianWait', 'callerAccessRate'];

/** @param {ReportView} report */
export function definitions(report) {
  const by = new Map(report.indicators.map((indicator) => [indicator.code, indicator]));
  return Object.entries(GROUPS).map(([group, codes]) => html`<section class="report-group"><h3 id="group-${group}">${codeWord('figureGroup', group)}</h3>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="group-${group}"><table class="figures">
      <thead><tr><th scope="col">${t('report.figure')}</th><th scope="col" class="n">${t('report.value')}</th><th scope="col">${t('report.how')}</th><th scope="col" class="n">${t('report.used')}</th><th scope="col" class="n">${t('report.excluded')}</th></tr></thead>
      <tbody>${codes.map((code) => definition(by.get(code), report))}</tbody></table></div></section>`);
}

/** @param {import('../wire.d.ts').IndicatorView | undefined} indicator @param {ReportView} report */
function definition(indicator, report) {
  if (!indicator) return nothing;
  const { code } = indicator;
  return html`<tr><th scope="row">${codeWord('indicator', code)}${code === 'serviceLevel' ? html` <small>${t('report.target', { n: Math.round(report.serviceLevelTarget * 100), s: report.serviceLevelSeconds })}</small>` : nothing}</th>
    <td class="n"><b>${indicator.value === null ? t('report.nothing') : figure(indicator.value, indicator.unit)}</b></td>
    <td class="how">${codeWord('indicatorHow', code)} <small><code>${indicator.formula}</code> · ${t('report.version', { n: indicator.version })}</small></td>
    <td class="n">${figure(indicator.used, 'CALLS')}</td>
    <td class="n">${figure(indicator.excluded, 'CALLS')}${indicator.excluded > 0 ? html` <small>${codeWord('exclusion', indicator.excludes)}</small>` : nothing}</td></tr>`;
}

/** @param {ReportView} report @param {ReportRow} row @param {import('../wire.d.ts').LineView[]} lines */
export function rowName(report, row, lines) {
  switch (report.by) {
    case 'HOUR': return report.first === report.last ? hourOf(row.from ?? '', report.zone) : `${dayOf(row.from ?? '', report.zone)} ${hourOf(row.from ?? '', report.zone)}`;
    case 'DAY': return dayOf(row.from ?? '', report.zone);
    case 'LANGUAGE': return row.key === '' ? t('report.noLanguage') : codeWord('language', row.key);
    default: return lines.find((line) => line.line === row.key)?.name ?? (row.key || t('report.noLine'));
  }
}

/** @param {ReportView} report @param {import('../wire.d.ts').LineView[]} lines */
export function cut(report, lines) {
  const unit = new Map(report.indicators.map((indicator) => [indicator.code, indicator.unit]));
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${codeWord('breakdown', report.by)}><table class="figures rows">
    <thead><tr><th scope="col">${codeWord('breakdown', report.by)}</th>${COLUMNS.map((code) => html`<th scope="col" class="n">${codeWord('indicator', code)}</th>`)}</tr></thead>
    <tbody>${repeat(report.rows, (row) => row.key, (row) => html`<tr><th scope="row">${rowName(report, row, lines)}</th>
      ${COLUMNS.map((code) => html`<td class="n">${figure(row.values[code], unit.get(code) ?? 'CALLS')}</td>`)}</tr>`)}</tbody></table></div>`;
}
