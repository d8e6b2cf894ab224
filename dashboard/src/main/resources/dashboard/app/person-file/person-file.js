/** A person's file over the desk: what they said of themselves, which telephone is safe, and what was, newest first. */
import { html, nothing } from '../../vendor/lit.js';
import { HotlineElement } from '../element.js';
import { calledBy } from '../person-name.js';
import { codeWord, codesOf, problemWord, t } from '../words.js';
import { samePerson } from './same-person.js';
import { timelineLine } from './timeline-line.js';
import '../flags-part/flags-part.js';
import '../household-part/household-part.js';

/** A flag that nobody asked about is not a no. @type {ReadonlyArray<[boolean | null, string]>} */
const ANSWERS = [[true, 'safe.yes'], [false, 'safe.no'], [null, 'safe.notAsked']];

export class PersonFileDialog extends HotlineElement {
  static properties = { who: { attribute: false }, file: { attribute: false }, household: { attribute: false }, home: { attribute: false }, candidates: { attribute: false }, homeProblem: { attribute: false } };
  static ticks = true;

  constructor() {
    super();
    /** @type {import('../who.js').Who | null} */
    this.who = null;
    /** @type {import('../wire.d.ts').PersonFile | null} */
    this.file = null;
    /** @type {import('../household.js').Household | null} */
    this.household = null;
    /** @type {import('../wire.d.ts').HouseholdFile | null} */
    this.home = null;
    /** @type {import('../wire.d.ts').FoundPerson[] | null} */
    this.candidates = null;
    /** @type {{code: string} | null} */
    this.homeProblem = null;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    const dialog = /** @type {HTMLDialogElement | null} */ (this.querySelector('dialog'));
    if (!this.file && dialog?.open) dialog.close();
    if (changed.has('file') && !changed.get('file') && this.file && !dialog?.open) dialog?.showModal();
  }

  #closed = () => {
    if (this.who) this.who.file = null;
    this.file = null;
  };

  render() {
    const { file, who } = this;
    return html`<dialog class="person-file" aria-labelledby="person-title" @close=${this.#closed}>
      ${file ? html`
        <div class="person-head"><h2 id="person-title">${calledBy(file.person) || t('who.anonymous')}</h2>
          <span class="chip">${t('who.code', { code: file.person.code })}</span>
          <span class="chip">${codeWord('identityQuality', file.person.identityQuality)}</span><span class="grow"></span>
          <form method="dialog"><button>${t('common.close')}</button></form></div>
        <p class="problem" role="status">${who?.problem ? problemWord(who.problem.code) : nothing}</p>
        <div class="person-columns"><div>${this.#details(file.person)}${this.#numbers(file.person)}${samePerson(file, who)}</div>
          <div role="region" tabindex="0" aria-label=${t('household.andTimeline')}><household-part .household=${this.household} .file=${this.home} .candidates=${this.candidates} .problem=${this.homeProblem}></household-part>
            <flags-part .personId=${file.person.personId} .contactId=${who?.contactId ?? ''}></flags-part>${this.#timeline(file.timeline)}</div></div>` : nothing}
    </dialog>`;
  }

  /** @param {import('../wire.d.ts').Person} person */
  #details(person) {
    return html`<form class="person-details" aria-label=${t('person.details')} @submit=${this.#save}>
      <h3>${t('person.details')}</h3>
      ${['firstName', 'lastName', 'pseudonym'].map((name) => html`<div class="field"><label for="person-${name}">${t(`person.${name}`)}</label>
        <input id="person-${name}" name=${name} maxlength="60" autocomplete="off" .value=${/** @type {any} */ (person)[name]} /></div>`)}
      <div class="field"><label for="person-birthYear">${t('person.birthYear')}</label>
        <input id="person-birthYear" name="birthYear" inputmode="numeric" maxlength="4" autocomplete="off" .value=${String(person.birthYear ?? '')} /></div>
      <div class="field"><label for="person-gender">${t('person.gender')}</label>
        <select id="person-gender" name="gender">${codesOf('gender').map((code) => html`<option value=${code} ?selected=${code === person.gender}>${codeWord('gender', code)}</option>`)}</select></div>
      <label class="check"><input type="checkbox" name="refused" ?checked=${person.refused} /> ${t('person.refused')}</label>
      <button class="main">${t('person.save')}</button></form>`;
  }

  /** @param {import('../wire.d.ts').Person} person */
  #numbers(person) {
    return html`<section aria-labelledby="person-numbers"><h3 id="person-numbers">${t('person.numbers')}</h3>
      ${person.numbers.length === 0 ? html`<p class="empty">${t('person.noNumber')}</p>` : nothing}
      <ul class="person-numbers">${person.numbers.map((number) => html`<li>
        <p><b>${number.masked}</b> ${number.shared ? html`<span class="chip old">${t('person.shared')}</span>` : nothing}
          <button class="link" @click=${() => this.who?.removeNumber(number.numberId)}>${t('person.removeNumber')}</button></p>
        ${this.#safe(number, 'safeToText')}${this.#safe(number, 'safeToCall')}</li>`)}</ul>
      <form class="person-add-number" @submit=${this.#addNumber}><div class="field"><label for="person-number">${t('person.number')}</label>
        <input id="person-number" name="number" inputmode="tel" maxlength="40" autocomplete="off" /></div><button>${t('person.addNumber')}</button></form></section>`;
  }

  /** @param {import('../wire.d.ts').PersonNumber} number @param {'safeToText' | 'safeToCall'} flag */
  #safe(number, flag) {
    const { numberId, safeToText, safeToCall } = number;
    return html`<fieldset class="segments"><legend>${t(`person.${flag}`)}</legend>${ANSWERS.map(([answer, word]) => html`
      <button type="button" aria-pressed=${number[flag] === answer} @click=${() => this.who?.saySafe(numberId, { safeToText, safeToCall, [flag]: answer })}>${t(word)}</button>`)}</fieldset>`;
  }

  /** @param {import('../wire.d.ts').Timeline} timeline */
  #timeline({ entries, more }) {
    return html`<section class="timeline" aria-labelledby="person-timeline"><h3 id="person-timeline">${t('person.timeline')}</h3>
      ${entries.length === 0 ? html`<p class="empty">${t('person.nothingYet')}</p>` : html`<ol>${entries.map(timelineLine)}</ol>`}
      ${more ? html`<p class="soft">${t('person.more')}</p>` : nothing}</section>`;
  }

  /** @param {SubmitEvent} event */
  #save(event) {
    event.preventDefault();
    const said = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const text = (/** @type {string} */ name) => String(said.get(name) ?? '');
    void this.who?.change({
      firstName: text('firstName'), lastName: text('lastName'), pseudonym: text('pseudonym'),
      birthYear: text('birthYear') ? Number(text('birthYear')) : null, gender: text('gender'),
      language: this.file?.person.language ?? null, refused: said.has('refused'),
    });
  }

  /** @param {SubmitEvent} event */
  async #addNumber(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    await this.who?.addNumber(String(new FormData(form).get('number')), crypto.randomUUID());
    if (!this.who?.problem) form.reset();
  }
}
customElements.define('person-file', PersonFileDialog);
