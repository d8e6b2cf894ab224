/** Where: a commune by name or INSEE code, unknown is allowed. */
import { html, nothing } from '../../vendor/lit.js';
import { COMMUNES, communeCode, communeName } from '../communes.js';
import { t } from '../words.js';

/** @param {import('./fields.js').Sheet} sheet */
export function communeField(sheet) {
  const value = sheet.values.inseeCode;
  /** Only now is it settled: whatever is redrawn while one types leaves half a name alone. */
  const settled = (/** @type {any} */ { target }) => {
    const code = communeCode(target.value);
    target.value = communeName(code);
    sheet.type('inseeCode', code);
  };
  return html`<div class="field">
    <label for="contact-inseeCode">${t('field.inseeCode')}</label>
    <input id="contact-inseeCode" list="communes" autocomplete="off" .value=${communeName(value)} placeholder=${t('form.communeUnknown')}
      aria-invalid=${sheet.missing === 'inseeCode'} @change=${settled} />
    <datalist id="communes">${Object.keys(COMMUNES).map((code) => html`<option value=${communeName(code)}></option>`)}</datalist>
    ${sheet.missing === 'inseeCode' ? html`<small class="problem">${t('form.missing')}</small>` : nothing}
  </div>`;
}
