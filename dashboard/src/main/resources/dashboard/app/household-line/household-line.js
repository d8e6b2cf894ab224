/** The household of who is calling, in one line of the desk: whom it speaks to first, who is in it, and what the contact says differently. */
import { html, nothing } from '../../vendor/lit.js';
import { HotlineElement } from '../element.js';
import { composition, differs, peopleWords } from '../composition.js';
import { problemWord, t } from '../words.js';

export class HouseholdLine extends HotlineElement {
  static properties = { household: { attribute: false }, file: { attribute: false }, problem: { attribute: false }, contact: { attribute: false }, filled: { type: Boolean } };

  constructor() {
    super();
    /** @type {import('../household.js').Household | null} */
    this.household = null;
    /** @type {import('../wire.d.ts').HouseholdFile | null} */
    this.file = null;
    /** @type {{code: string} | null} */
    this.problem = null;
    /** @type {import('../wire.d.ts').Contact | null} as it is typed now */
    this.contact = null;
    this.filled = false;
  }

  render() {
    const { file, contact, problem } = this;
    if (!file || !contact) return problem ? html`<p class="problem">${problemWord(problem.code)}</p>` : nothing;
    const { household } = file;
    return html`<p class="household-line" role="status">
      ${household ? html`<b>${household.referent ? t('household.referentIs', { who: household.referent.displayName }) : t('household.noReferent')}</b>
        <span class="grow">${t('household.is', { who: peopleWords(household).toLowerCase() })}</span>` : html`<span class="grow soft">${t('household.none')}</span>`}
      ${household ? this.#difference(household, contact) : html`<button class="link" @click=${() => this.#start(contact)}>${t('household.start')}</button>`}
      ${problem ? html`<span class="problem">${problemWord(problem.code)}</span>` : nothing}</p>`;
  }

  /** @param {import('../wire.d.ts').Household} household @param {import('../wire.d.ts').Contact} contact */
  #difference(household, contact) {
    if (!differs(household, contact)) return this.filled ? html`<span class="soft">${t('household.filled')}</span>` : nothing;
    return html`<span class="soft">${t('household.differs', { said: peopleWords(composition(contact)).toLowerCase() })}</span>
      <button @click=${() => this.say('contact-fill', composition(household))}>${t('household.take')}</button>
      <button @click=${() => this.household?.change(composition(contact))}>${t('household.keep')}</button>`;
  }

  /** @param {import('../wire.d.ts').Contact} contact */
  #start(contact) {
    void this.household?.start(composition(contact), { householdId: crypto.randomUUID(), memberId: crypto.randomUUID() });
  }
}
customElements.define('household-line', HouseholdLine);
