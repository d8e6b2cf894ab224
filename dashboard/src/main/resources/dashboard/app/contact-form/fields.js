/** The kinds of fields a contact is made of. Each names its field once; label, error and code words follow from it. */
import { html, live, nothing } from '../../vendor/lit.js';
import { riskWarning } from '../risk-warning.js';
import { risksIn } from '../risky-words.js';
import { codeWord, codesOf, t } from '../words.js';

/**
 * @typedef {object} Sheet what a field needs to know
 * @property {Record<string, any>} values
 * @property {string | null} missing the field that closing asked for
 * @property {(field: string, value: unknown) => void} type
 */

/** As many letters as the server keeps. @type {Record<string, number>} */
const WORDS_MAX = { pseudonym: 60, placeText: 160, personWish: 500, noteText: 4000 };

/** @param {string} field */
const idOf = (field) => `contact-${field}`;

/** @param {Sheet} sheet @param {string} field */
function error(sheet, field) {
  return sheet.missing === field
    ? html`<small class="problem" id="${idOf(field)}-problem">${t('form.missing')}</small>`
    : nothing;
}

/** A quiet field is named by its step; its own label is for ears only. @param {Sheet} sheet @param {string} field @param {string} list its codes @param {{quiet?: boolean}} [shape] */
export function choice(sheet, field, list, { quiet = false } = {}) {
  const value = sheet.values[field] ?? '';
  const codes = codesOf(list);
  return html`<div class="field">
    <label for=${idOf(field)} class=${quiet ? 'for-ears' : ''}>${t(`field.${field}`)}</label>
    <select id=${idOf(field)} aria-invalid=${sheet.missing === field} .value=${live(value)}
      @change=${(/** @type {any} */ event) => sheet.type(field, event.target.value)}>
      ${codes.includes(value) ? nothing : html`<option value=${value} selected>${codeWord(list, value)}</option>`}
      ${codes.map((code) => html`<option value=${code} ?selected=${code === value}>${codeWord(list, code)}</option>`)}
    </select>${error(sheet, field)}</div>`;
}

/** @param {Sheet} sheet @param {string} field @param {{rows?: number, hint?: string, quiet?: boolean}} [shape] */
export function text(sheet, field, { rows = 1, hint = '', quiet = false } = {}) {
  const onInput = (/** @type {any} */ event) => sheet.type(field, event.target.value);
  const value = sheet.values[field] ?? '';
  const hintId = `${idOf(field)}-hint`;
  const described = hint ? hintId : nothing;
  const risks = hint && rows > 1 ? risksIn(value) : [];
  return html`<div class="field">
    <label for=${idOf(field)} class=${quiet ? 'for-ears' : ''}>${t(`field.${field}`)}</label>
    ${rows === 1
      ? html`<input id=${idOf(field)} .value=${live(value)} @input=${onInput} maxlength=${WORDS_MAX[field] ?? 160} autocomplete="off" aria-describedby=${described} />`
      : html`<textarea id=${idOf(field)} rows=${rows} .value=${live(value)} @input=${onInput} maxlength=${WORDS_MAX[field] ?? 500} aria-describedby=${described}></textarea>`}
    ${hint ? html`<small id=${hintId} class=${risks.length > 0 ? 'problem' : 'soft'} aria-live="polite">${risks.length > 0 ? riskWarning(risks) : hint}</small>` : nothing}${error(sheet, field)}</div>`;
}

/** @param {Sheet} sheet @param {string} field */
export function stepper(sheet, field) {
  const value = Number(sheet.values[field] ?? 0);
  const change = (/** @type {number} */ by) => sheet.type(field, Math.min(30, Math.max(0, value + by)));
  return html`<div class="field stepper" role="group" aria-labelledby="${idOf(field)}-label">
    <span class="label" id="${idOf(field)}-label">${t(`field.${field}`)}</span>
    <span class="step">
      <button type="button" aria-label=${t('form.less', { what: t(`field.${field}`) })} ?disabled=${value === 0} @click=${() => change(-1)}>−</button>
      <output aria-live="polite" id=${idOf(field)}>${value}</output>
      <button type="button" aria-label=${t('form.more', { what: t(`field.${field}`) })} @click=${() => change(1)}>+</button>
    </span></div>`;
}

/** A number that may stay empty: nobody asked. @param {Sheet} sheet @param {string} field @param {number} most */
export function number(sheet, field, most) {
  const value = sheet.values[field] ?? '';
  const onInput = (/** @type {any} */ { target }) => target.validity.valid && sheet.type(field, target.value === '' ? null : target.valueAsNumber);
  return html`<div class="field number"><label for=${idOf(field)}>${t(`field.${field}`)}</label>
    <input id=${idOf(field)} type="number" inputmode="numeric" min="0" max=${most} step="1" .value=${live(String(value))} @input=${onInput} /></div>`;
}

/** One of few. @param {Sheet} sheet @param {string} field @param {string} list */
export function segments(sheet, field, list) {
  const value = sheet.values[field];
  return html`<fieldset class="field segments"><legend>${t(`field.${field}`)}</legend>
    ${codesOf(list).map((code) => html`
      <button type="button" aria-pressed=${code === value} @click=${() => sheet.type(field, code)}>${codeWord(list, code)}</button>`)}
  </fieldset>`;
}

/** Several of many: the usual ones at hand, the rest behind a word. @param {Sheet} sheet @param {string} field @param {string} list @param {number} usual @param {{quiet?: boolean}} [shape] */
export function chips(sheet, field, list, usual, { quiet = false } = {}) {
  /** @type {string[]} */
  const chosen = sheet.values[field] ?? [];
  const codes = codesOf(list);
  const atHand = codes.filter((code, place) => place < usual || chosen.includes(code));
  const rest = codes.filter((code) => !atHand.includes(code));
  const toggle = (/** @type {string} */ code) =>
    sheet.type(field, chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code]);
  const button = (/** @type {string} */ code) => html`
    <button type="button" class="toggle" aria-pressed=${chosen.includes(code)} @click=${() => toggle(code)}>${codeWord(list, code)}</button>`;
  return html`<fieldset class="field chips" id=${idOf(field)} tabindex="-1"><legend class=${quiet ? 'for-ears' : ''}>${t(`field.${field}`)}</legend>
    ${atHand.map(button)}
    ${rest.length === 0 ? nothing : html`<details class="more"><summary>${t('form.others', { n: rest.length })}</summary><div class="chips">${rest.map(button)}</div></details>`}
    ${error(sheet, field)}</fieldset>`;
}

/** @param {Sheet} sheet @param {string} field */
export function check(sheet, field) {
  return html`<label class="check"><input type="checkbox" id=${idOf(field)} .checked=${live(Boolean(sheet.values[field]))}
    @change=${(/** @type {any} */ event) => sheet.type(field, event.target.checked)} /> ${t(`field.${field}`)}</label>`;
}
