/** Whom the household speaks to first: named with the persons' agreement, ended with a reason. */
import { html } from '../../vendor/lit.js';
import { day } from '../format.js';
import { codeWord, codesOf, t } from '../words.js';

/** @param {import('../household.js').Household} store @param {import('../wire.d.ts').HouseholdFile} file */
export function householdReferent(store, { household, colleagues }) {
  const referent = household?.referent;
  /** @param {SubmitEvent} event */
  const ends = (event) => {
    event.preventDefault();
    void store.endReferent(String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('reason')));
  };
  /** @param {SubmitEvent} event */
  const names = (event) => {
    event.preventDefault();
    void store.nameReferent(String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('agent')), crypto.randomUUID());
  };
  if (referent) {
    return html`<form class="referent" aria-label=${t('household.referent')} @submit=${ends}>
      <p class="field"><b>${t('household.referentIs', { who: referent.displayName })}</b> <span class="soft">${referent.since ? t('household.since', { day: day(referent.since) }) : ''}</span></p>
      <div class="field"><label for="referent-why">${t('household.why')}</label>
        <select id="referent-why" name="reason">${codesOf('referentEnd').map((code) => html`<option value=${code}>${codeWord('referentEnd', code)}</option>`)}</select></div>
      <button>${t('household.endReferent')}</button></form>`;
  }
  return html`<form class="referent" aria-label=${t('household.referent')} @submit=${names}>
    <div class="field"><label for="referent-agent">${t('household.referent')}</label>
      <select id="referent-agent" name="agent" required><option value="">${t('household.nobody')}</option>${colleagues.map(({ agent, displayName }) => html`<option value=${agent}>${displayName}</option>`)}</select></div>
    <label class="check"><input type="checkbox" name="agreed" required /> ${t('household.agreed')}</label>
    <button>${t('household.name')}</button></form>`;
}
