/** The grids of priorities: which one counts, who chose it, what each one says. */
import { html, nothing } from '../../vendor/lit.js';
import { api } from '../api.js';
import { now } from '../clock.js';
import { dayAndTime } from '../format.js';
import { KeptList } from '../kept.js';
import { codeWord, language, t } from '../words.js';

/** @extends {KeptList<Record<string, any>>} */
export class RuleChoice extends KeptList {
  static path = '/api/priority-rules';

  render() {
    const rules = this.items;
    return html`<div class="page-line"><h2>${t('coordination.rules')}</h2></div>
      <p class="soft">${t('rules.lead')}</p>
      <p role="status" class=${this.problem ? 'problem' : 'soft'}>${this.problem || this.said}</p>
      ${rules === null ? html`<p class="soft" aria-busy="true">${t('app.loading')}</p>` : html`<ul class="keep-rows">${rules.ruleSets.map((/** @type {any} */ set) => this.#set(set, rules))}</ul>`}`;
  }

  /** @param {Record<string, any>} set @param {Record<string, any>} rules */
  #set(set, rules) {
    const active = set.code === rules.active;
    const label = language() === 'fr' ? set.labelFr : set.labelEn;
    return html`<li class="keep-row">
      <b>${label} ${active ? html`<span class="chip free"><b aria-hidden="true">✓</b> ${t('rules.active')}</span>` : nothing}</b>
      <span class="soft">${set.source}${active && rules.chosenBy ? ` · ${t('rules.chosen', { by: rules.chosenBy, when: dayAndTime(rules.chosenAt, now()) })}` : ''}</span>
      <ol class="soft levels">${set.levels.map((/** @type {any} */ level, /** @type {number} */ at) => html`<li><b>${at + 1}</b> ${level.anyOf.map((/** @type {string} */ reason) => codeWord('priorityReason', reason)).join(', ')}</li>`)}</ol>
      ${active ? nothing : html`<button ?disabled=${this.busy} aria-label="${t('rules.choose')}, ${label}" @click=${() => this.act(() => api('PUT', '/api/priority-rules/active', { code: set.code }), t('rules.done'))}>${t('rules.choose')}</button>`}</li>`;
  }
}
customElements.define('rule-choice', RuleChoice);
