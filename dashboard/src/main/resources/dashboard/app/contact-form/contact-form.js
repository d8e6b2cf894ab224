/** The contact, in the order one speaks. Saves itself; closes with seven codes that all have a default. */
import { html, nothing } from '../../vendor/lit.js';
import { HotlineElement } from '../element.js';
import { shownKeys } from '../keys.js';
import { t } from '../words.js';
import { check, chips, choice, number, segments, stepper, text } from './fields.js';
import { communeField } from './commune-field.js';
import './save-state.js';
import '../flash-line/flash-line.js';
import '../unmet-question/unmet-question.js';

const USUAL_NEEDS = 8;
const USUAL_KINDS = 5;
const AGE_MAX = 120;

export class ContactForm extends HotlineElement {
  static properties = { file: { attribute: false }, view: { attribute: false }, missing: {}, state: {}, question: { attribute: false }, emergencyOpen: { state: true } };

  constructor() {
    super();
    /** @type {import('../contact-file.js').ContactFile | null} */
    this.file = null;
    /** @type {import('../wire.d.ts').Contact | null} */
    this.view = null;
    /** @type {string | null} */
    this.missing = null;
    this.state = 'SAVED';
    /** @type {import('../wire.d.ts').RequestView | null} */
    this.question = null;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('missing') && this.missing) {
      /** @type {HTMLElement | null} */ (this.querySelector(`#contact-${this.missing}`))?.focus();
    }
    if (changed.get('question') && !this.question && !changed.has('file')) this.#closeButton?.focus();
  }

  get #closeButton() {
    return /** @type {HTMLElement | null} */ (this.querySelector('.foot > .main'));
  }

  render() {
    const { file, view } = this;
    if (!file || !view) return nothing;
    const sheet = {
      values: view, missing: this.missing, type: (/** @type {string} */ field, /** @type {unknown} */ value) => file.type(field, value),
    };
    return html`<flash-line .contactId=${file.server.closedAt ? '' : file.server.contactId}></flash-line>
    <form class="contact" aria-label=${t('form.title')} @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
      <ol class="steps">${this.#steps(sheet)}</ol>
      <div class="foot">
        ${this.question ? html`<unmet-question .question=${this.question}></unmet-question>` : html`
          <button type="button" class="main" @click=${() => this.say('contact-close')}>${t('form.close')} <kbd>${shownKeys('close')}</kbd></button>`}
        <save-state .file=${file} .state=${this.state}></save-state>
      </div>
    </form>`;
  }

  /** @param {import('./fields.js').Sheet} sheet */
  #steps(sheet) {
    return [
      this.#step(1, html`<div class="cols">${choice(sheet, 'callerKind', 'callerKind')}${text(sheet, 'pseudonym')}${choice(sheet, 'language', 'language')}</div>`),
      this.#step(2, this.#danger(sheet)),
      this.#step(3, html`<div class="cols">${text(sheet, 'placeText')}${communeField(sheet)}</div>`),
      this.#step(4, html`<div class="people">${stepper(sheet, 'adults')}${stepper(sheet, 'minors')}${stepper(sheet, 'under3')}${number(sheet, 'youngest', AGE_MAX)}${number(sheet, 'oldest', AGE_MAX)}</div>
        <div class="people">${segments(sheet, 'pets', 'pets')}${choice(sheet, 'householdType', 'householdType')}</div>
        <div class="people wishes">${check(sheet, 'notSeparated')}${check(sheet, 'reducedMobility')}${check(sheet, 'womenOnly')}${stepper(sheet, 'cots')}</div>`),
      this.#step(5, choice(sheet, 'lastNight', 'lastNight', { quiet: true })),
      this.#step(6, chips(sheet, 'needs', 'need', USUAL_NEEDS, { quiet: true })),
      this.#step(7, text(sheet, 'noteText', { rows: 2, quiet: true, hint: t('form.noteHint') })),
      this.#step(8, text(sheet, 'personWish', { rows: 2, quiet: true })),
      this.#step(9, html`<p class="soft">${t('form.placesBeside')} <kbd>${shownKeys('places')}</kbd></p>`),
      this.#step(10, html`${chips(sheet, 'kinds', 'contactKind', USUAL_KINDS)}
        <div class="cols">${choice(sheet, 'nextStep', 'nextStep')}${choice(sheet, 'result', 'contactResult')}</div>
        <div class="agree">${check(sheet, 'smsAgreed')}${segments(sheet, 'discretion', 'discretion')}${choice(sheet, 'channel', 'contactChannel')}</div>`),
    ];
  }

  /** @param {number} number @param {unknown} content */
  #step(number, content) {
    return html`<li class="part" data-step=${number}><h3>${t(`step.${number}`)}</h3><div class="content">${content}</div></li>`;
  }

  /** @param {import('./fields.js').Sheet} sheet */
  #danger(sheet) {
    const handed = sheet.values.nextStep === 'EMERGENCY_HANDOFF';
    return html`<details class="danger-card" ?open=${handed}>
      <summary>${t('danger.question')}</summary>
      <ul><li><b>15</b> ${t('danger.15')}</li><li><b>17</b> ${t('danger.17')}</li><li><b>18</b> ${t('danger.18')}</li>
        <li><b>114</b> ${t('danger.114')}</li><li><b>119</b> ${t('danger.119')}</li></ul>
      <button type="button" class="toggle" aria-pressed=${handed}
        @click=${() => sheet.type('nextStep', handed ? 'NONE_NEEDED' : 'EMERGENCY_HANDOFF')}>${t('danger.handed')}</button>
    </details>`;
  }
}
customElements.define('contact-form', ContactForm);
