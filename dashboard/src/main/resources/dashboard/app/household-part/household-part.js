/** The household in a person's file: who is in it and since when, who left, who comes, and the referent. */
import { html, nothing } from '../../vendor/lit.js';
import { HotlineElement } from '../element.js';
import { night } from '../format.js';
import { peopleWords } from '../composition.js';
import { calledBy } from '../person-name.js';
import { codeWord, problemWord, t } from '../words.js';
import { addMember } from './add-member.js';
import { today } from './day-field.js';
import { householdReferent } from './household-referent.js';

/** @typedef {import('../wire.d.ts').HouseholdMember} Member */

export class HouseholdPart extends HotlineElement {
  static properties = { household: { attribute: false }, file: { attribute: false }, problem: { attribute: false }, leaving: { state: true }, candidates: { attribute: false } };

  constructor() {
    super();
    /** @type {import('../household.js').Household | null} */
    this.household = null;
    /** @type {import('../wire.d.ts').HouseholdFile | null} */
    this.file = null;
    /** @type {{code: string} | null} */
    this.problem = null;
    /** @type {import('../wire.d.ts').FoundPerson[] | null} only so that it is drawn again */
    this.candidates = null;
    /** The member whose leaving is being noted. */
    this.leaving = '';
  }

  render() {
    const { file, household: store, problem } = this;
    if (!file || !store) return nothing;
    const { household, earlier } = file;
    return html`<section class="household-part" aria-labelledby="household-title"><h3 id="household-title">${t('household.title')}</h3>
      <p class="problem" role="status">${problem ? problemWord(problem.code) : nothing}</p>
      ${household ? html`<p>${peopleWords(household)}</p>
        <ul class="household-members">${household.members.map((member) => this.#member(member))}</ul>
        ${this.#former(household.former)}${addMember(store)}${householdReferent(store, file)}` : html`<p class="empty">${t('household.none')}</p>`}
      ${earlier.length === 0 ? nothing : html`<details><summary>${t('household.earlier', { n: earlier.length })}</summary><ul>${earlier.map((each) => html`<li>
        <span>${codeWord('householdType', each.type)}, ${codeWord('householdRole', each.role)}</span><span class="soft">${t('household.fromTo', { from: night(each.from), to: night(each.to) })}</span></li>`)}</ul></details>`}
    </section>`;
  }

  /** @param {Member} member */
  #member(member) {
    return html`<li><b>${calledBy(member) || t('who.anonymous')}</b>
      <span class="soft">${codeWord('householdRole', member.role)} · ${t('household.since', { day: night(member.from) })}</span>
      ${this.leaving === member.memberId ? this.#leaves(member) : html`<button class="link" @click=${() => this.#asks(member.memberId)}>${t('household.leave')}</button>`}</li>`;
  }

  /** @param {Member} member */
  #leaves({ memberId, from }) {
    return html`<form @submit=${(/** @type {SubmitEvent} */ event) => this.#left(event, memberId)}>
      <div class="field"><label for="leaving-on">${t('household.lastDay')}</label><input id="leaving-on" name="on" type="date" min=${from} max=${today()} .defaultValue=${today()} required /></div>
      <button>${t('household.leaves')}</button><button type="button" class="link" @click=${() => (this.leaving = '')}>${t('household.notLeaving')}</button></form>`;
  }

  /** @param {Member[]} former */
  #former(former) {
    if (former.length === 0) return nothing;
    return html`<details><summary>${t('household.former', { n: former.length })}</summary><ul>${former.map((member) => html`<li><b>${calledBy(member) || t('who.anonymous')}</b>
      <span class="soft">${codeWord('householdRole', member.role)} · ${t('household.fromTo', { from: night(member.from), to: night(member.to ?? '') })}</span></li>`)}</ul></details>`;
  }

  /** @param {string} memberId */
  #asks(memberId) {
    this.leaving = memberId;
    void this.updateComplete.then(() => /** @type {HTMLElement | null} */ (this.querySelector('#leaving-on'))?.focus());
  }

  /** @param {SubmitEvent} event @param {string} memberId */
  async #left(event, memberId) {
    event.preventDefault();
    await this.household?.leave(memberId, String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('on')));
    if (!this.household?.problem) this.leaving = '';
  }
}
customElements.define('household-part', HouseholdPart);
