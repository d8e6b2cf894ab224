/** Somebody who comes into the household: found by name or code, or noted for the first time. */
import { html, nothing } from '../../vendor/lit.js';
import { calledBy } from '../person-name.js';
import { codeWord, codesOf, t } from '../words.js';
import { today } from './day-field.js';

const USUAL = 'CHILD';

/** @param {HTMLFormElement} form what was typed */
function said(form) {
  const data = new FormData(form);
  const text = (/** @type {string} */ name) => String(data.get(name) ?? '').trim();
  return { who: text('who'), year: text('year'), role: text('role'), from: text('from') };
}

/** @param {Event} event */
const formOf = (event) => /** @type {HTMLFormElement} */ (/** @type {HTMLElement} */ (event.target).closest('form'));

/** @param {import('../household.js').Household} household */
export function addMember(household) {
  const { candidates } = household;
  /** @param {Event} event @param {string} personId */
  const joins = (event, personId) => {
    const { role, from } = said(formOf(event));
    void household.join(personId, { memberId: crypto.randomUUID(), role, from });
  };
  /** @param {Event} event */
  const joinsNew = (event) => {
    const form = formOf(event);
    const { who, year, role, from } = said(form);
    const birthYear = /^(19|20)[0-9]{2}$/.test(year) ? Number(year) : null;
    void household.joinNew({ firstName: who, birthYear }, crypto.randomUUID(), { memberId: crypto.randomUUID(), role, from })
      .then(() => (household.problem ? undefined : form.reset()));
  };
  /** @param {SubmitEvent} event */
  const search = (event) => {
    event.preventDefault();
    const { who, year } = said(formOf(event));
    void household.search(who, year);
  };
  return html`<form aria-label=${t('household.add')} @submit=${search}>
    <div class="field"><label for="member-who">${t('household.who')}</label><input id="member-who" name="who" maxlength="60" autocomplete="off" /></div>
    <div class="field"><label for="member-year">${t('person.birthYear')}</label><input id="member-year" name="year" inputmode="numeric" maxlength="4" autocomplete="off" /></div>
    <div class="field"><label for="member-role">${t('household.role')}</label>
      <select id="member-role" name="role">${codesOf('householdRole').map((code) => html`<option value=${code} ?selected=${code === USUAL}>${codeWord('householdRole', code)}</option>`)}</select></div>
    <div class="field"><label for="member-from">${t('household.from')}</label><input id="member-from" name="from" type="date" max=${today()} .defaultValue=${today()} required /></div>
    <button>${t('household.search')}</button>
    <button type="button" @click=${joinsNew}>${t('household.newPerson')}</button>
    ${candidates === null ? nothing : html`<ul class="who-found" role="status">${candidates.length === 0 ? html`<li class="empty">${t('household.noneFound')}</li>` : candidates.map((person) => html`<li>
      <button type="button" @click=${(/** @type {Event} */ event) => joins(event, person.personId)}>${t('household.joins', { who: calledBy(person) || person.code })}</button>
      <span class="soft">${person.why.map((each) => codeWord('foundBy', each)).join(', ')}${person.birthYear ? html` · ${t('who.born', { year: person.birthYear })}` : nothing}</span></li>`)}</ul>`}
  </form>`;
}
