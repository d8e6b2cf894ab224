/** Plans for cold, heat and storms: what was decided, by whom, and the groups that it opens. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { api, surely } from '../api.js';
import { now } from '../clock.js';
import { dayAndTime } from '../format.js';
import { KeptList } from '../kept.js';
import { codeWord, codesOf, t } from '../words.js';

/** @extends {KeptList<Array<Record<string, any>>>} */
export class PlanList extends KeptList {
  static properties = { temporary: { state: true } };
  static path = '/api/surge-plans';

  constructor() {
    super();
    /** Groups that a plan may open. @type {Array<Record<string, any>>} */
    this.temporary = [];
    this.planId = crypto.randomUUID();
  }

  async ask() {
    await super.ask();
    try {
      this.temporary = (await api('GET', '/api/directory')).filter((/** @type {any} */ entry) => entry.availability !== 'YEAR_ROUND');
    } catch (problem) {
      this.met(problem);
    }
  }

  /** @param {Event} event */
  async #decide(event) {
    event.preventDefault();
    const groups = [.../** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll('[name=group]:checked'))].map((input) => input.value);
    const body = { planId: this.planId, name: this.typed('name'), kind: this.typed('kind'), level: Number(this.typed('level')), fromAt: this.moment('fromAt'), toAt: this.moment('toAt'), groups, words: this.typed('words') };
    if (!(await this.act(() => surely(() => api('POST', '/api/surge-plans', body)), t('plans.decided')))) return;
    this.planId = crypto.randomUUID();
    /** @type {HTMLFormElement | null} */ (this.querySelector('form'))?.reset();
  }

  /** @param {Event} event @param {string} planId */
  async #end(event, planId) {
    event.preventDefault();
    const words = /** @type {HTMLInputElement} */ (/** @type {HTMLFormElement} */ (event.target).elements.namedItem('why')).value;
    await this.act(() => api('POST', `/api/surge-plans/${planId}/end`, { words }), t('plans.ended'));
  }

  render() {
    const { items } = this;
    return html`<div class="page-line"><h2>${t('coordination.plans')}</h2></div>
      <form class="keep-form decide" @submit=${(/** @type {Event} */ event) => this.#decide(event)} novalidate>
        <div><label for="plan-name">${t('plans.name')}</label><input id="plan-name" name="name" maxlength="80" autocomplete="off" aria-invalid=${this.fault === 'name'} /></div>
        <div><label for="plan-kind">${t('plans.kind')}</label><select id="plan-kind" name="kind">${codesOf('planKind').map((code) => html`<option value=${code} ?selected=${code === 'COLD_SPELL'}>${codeWord('planKind', code)}</option>`)}</select></div>
        <div><label for="plan-level">${t('plans.level')}</label><select id="plan-level" name="level">${[1, 2, 3, 4].map((level) => html`<option value=${level}>${level}</option>`)}</select></div>
        <div><label for="plan-from">${t('closures.from')}</label><input id="plan-from" name="fromAt" type="datetime-local" aria-invalid=${this.fault === 'fromAt'} /></div>
        <div><label for="plan-to">${t('plans.to')}</label><input id="plan-to" name="toAt" type="datetime-local" aria-invalid=${this.fault === 'toAt'} /></div>
        <fieldset class="wide"><legend>${t('plans.groups')}</legend>
          ${this.temporary.length === 0 ? html`<p class="empty">${t('plans.noGroups')}</p>` : nothing}
          ${this.temporary.map((entry) => html`<label class="check"><input type="checkbox" name="group" value=${entry.placeGroup} /> ${entry.siteName}, ${entry.name} <small>${t('plans.installed', { n: entry.installed })}</small></label>`)}</fieldset>
        <div class="wide"><label for="plan-words">${t('plans.words')}</label><input id="plan-words" name="words" maxlength="500" autocomplete="off" aria-invalid=${this.fault === 'words'} /></div>
        <div class="buttons"><button class="main" ?disabled=${this.busy}>${t('plans.decide')}</button>
          <span role="status" class=${this.problem ? 'problem' : 'soft'}>${this.problem || this.said}</span></div>
      </form>
      ${items === null ? html`<p class="soft" aria-busy="true">${t('app.loading')}</p>` : nothing}
      ${items?.length === 0 ? html`<p class="empty">${t('plans.none')}</p>` : nothing}
      <ul class="keep-rows">${repeat(items ?? [], (plan) => plan.planId, (plan) => this.#row(plan))}</ul>`;
  }

  /** @param {Record<string, any>} plan */
  #row(plan) {
    const over = plan.status === 'CLOSED' || plan.status === 'CANCELLED';
    return html`<li class="keep-row" data-over=${over}>
      <b>${plan.name} <span class="chip ${plan.status === 'OPEN' ? 'free' : ''}">${codeWord('planKind', plan.kind)} ${plan.level} · ${codeWord('planStatus', plan.status)}</span></b>
      <span class="soft">${plan.groups.map((/** @type {any} */ group) => `${group.siteName}, ${group.name}`).join(' · ')} · ${dayAndTime(plan.fromAt, now())}${plan.toAt ? ` → ${dayAndTime(plan.toAt, now())}` : ''}</span>
      ${plan.status === 'CLOSED' && plan.inside > 0 ? html`<span class="soft chip old"><b aria-hidden="true">▲</b> ${t('plans.stillInside', { n: plan.inside })}</span>` : nothing}
      <ol class="soft">${plan.decisions.map((/** @type {any} */ decision) => html`<li>${codeWord('planDecision', decision.what)} · ${decision.by} · ${dayAndTime(decision.at, now())}${decision.words ? ` · ${decision.words}` : ''}</li>`)}</ol>
      ${over ? nothing : html`<form class="ends" @submit=${(/** @type {Event} */ event) => this.#end(event, plan.planId)}>
        <input name="why" maxlength="500" required aria-label="${t('plans.endWords')}, ${plan.name}" placeholder=${t('plans.endWords')} autocomplete="off" /><button ?disabled=${this.busy}>${t(plan.status === 'OPEN' ? 'plans.end' : 'plans.cancel')}</button></form>`}</li>`;
  }
}
customElements.define('plan-list', PlanList);
