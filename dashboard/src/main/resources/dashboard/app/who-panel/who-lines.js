/** What the panel says of somebody it found, and the form for somebody new. */
import { html } from '../../vendor/lit.js';
import { now } from '../clock.js';
import { dayAndTime } from '../format.js';
import { t } from '../words.js';

/** @param {import('../wire.d.ts').FoundPerson} person */
export function aboutPerson(person) {
  return [
    person.birthYear ? t('who.born', { year: person.birthYear }) : '',
    t('who.code', { code: person.code }),
    person.lastContactAt ? t('who.last', { when: dayAndTime(person.lastContactAt, now()) }) : t('who.never'),
  ].filter(Boolean).join(' · ');
}

/** @param {(event: SubmitEvent) => void} keep */
export function newPersonForm(keep) {
  return html`<form class="who-new" aria-label=${t('who.new')} @submit=${keep}>
    ${['firstName', 'lastName', 'pseudonym'].map((name) => html`<div class="field"><label for="new-${name}">${t(`person.${name}`)}</label>
      <input id="new-${name}" name=${name} maxlength="60" autocomplete="off" /></div>`)}
    <div class="field who-year"><label for="new-birthYear">${t('person.birthYear')}</label><input id="new-birthYear" name="birthYear" inputmode="numeric" maxlength="4" autocomplete="off" /></div>
    <button class="main">${t('who.keep')}</button>
  </form>`;
}
