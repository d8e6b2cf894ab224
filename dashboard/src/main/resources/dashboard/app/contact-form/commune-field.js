/** Where: a commune by name or INSEE code, unknown is allowed. */
import { html, live, nothing } from '../../vendor/lit.js';
import { COMMUNES, communeCode, communeName } from '../communes.js';
import { t } from '../words.js';

/** @param {import('./fields.js').Sheet} sheet */
export function communeField(sheet) {
  const value = sheet.values.inseeCode;
  return html`<div class="field">
    <label for="contact-inseeCode">${t('field.inseeCode')}</label>
    <input id="contact-inseeCode" list="communes" autocomplete="off" .value=${live(communeName(value))} placeholder=${t('form.communeUnknown')}
      aria-invalid=${sheet.missing === 'inseeCode'} @change=${(/** @type {any} */ event) => sheet.type('inseeCode', communeCode(event.target.value))} />
    <datalist id="communes">${Object.keys(COMMUNES).map((code) => html`<option value=${communeName(code)}></option>`)}</datalist>
    ${sheet.missing === 'inseeCode' ? html`<small class="problem">${t('form.missing')}</small>` : nothing}
  </div>`;
}
