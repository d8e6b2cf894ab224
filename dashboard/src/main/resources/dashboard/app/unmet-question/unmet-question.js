/** No place tonight: why, and does the household keep its request for the next night? The last answer closes the contact. */
import { html, nothing } from '../../vendor/lit.js';
import { HotlineElement } from '../element.js';
import { chosen, offersOf } from '../finer.js';
import { codeWord, codesOf, t } from '../words.js';

const SEARCH_GOES_ON = 'SEARCH_GOES_ON';
const HAS_SUB_REASONS = 'NO_COMPATIBLE_PLACE';

export class UnmetQuestion extends HotlineElement {
  static properties = { question: { attribute: false }, reason: { state: true }, subReasons: { state: true }, missing: { state: true } };

  constructor() {
    super();
    /** @type {import('../wire.d.ts').RequestView | null} */
    this.question = null;
    this.reason = '';
    /** @type {string[]} */
    this.subReasons = [];
    this.missing = false;
  }

  /** The board's word stands there to be differed from. @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has('question')) return;
    this.reason = this.question?.suggestion?.reason ?? '';
    this.subReasons = this.question?.suggestion?.subReasons ?? [];
    this.missing = false;
  }

  firstUpdated() {
    this.ask();
  }

  /** The agent asked to close: the focus goes to what is still to be said. */
  ask() {
    /** @type {HTMLElement | null} */ (this.querySelector(this.reason ? '.main' : 'select'))?.focus();
  }

  /** @param {boolean} keepOpen */
  #decide(keepOpen) {
    this.missing = !this.reason;
    if (this.missing) return this.ask();
    const { reason, ownCode } = chosen(this.reason);
    this.say('unmet-decide', reason === SEARCH_GOES_ON
      ? { outcome: SEARCH_GOES_ON, keepOpen }
      : { outcome: 'UNMET', reason, ownCode, subReasons: reason === HAS_SUB_REASONS ? this.subReasons : [], keepOpen });
  }

  /** @param {KeyboardEvent} event */
  #escaped(event) {
    if (event.key === 'Escape') this.say('unmet-back');
  }

  render() {
    const suggestion = this.question?.suggestion;
    return html`<div class="unmet" role="group" aria-labelledby="unmet-title" @keydown=${this.#escaped}>
      <p><b id="unmet-title">${t('unmet.title')}</b> ${suggestion ? html`<small>${t('unmet.boardSays', { reason: codeWord('unmetReason', suggestion.reason).toLowerCase() })}</small>` : nothing}</p>
      <div class="field"><label for="unmet-reason">${t('unmet.reason')}</label>
        <select id="unmet-reason" aria-invalid=${this.missing} aria-describedby=${this.missing ? 'unmet-missing' : nothing}
          @change=${(/** @type {any} */ event) => (this.reason = event.target.value)}>
          <option value="" disabled ?selected=${!this.reason}>${t('unmet.choose')}</option>
          <option value=${SEARCH_GOES_ON} ?selected=${this.reason === SEARCH_GOES_ON}>${t('unmet.searchGoesOn')}</option>
          ${offersOf('unmetReason').map(({ value, word }) => html`<option value=${value} ?selected=${value === this.reason}>${word}</option>`)}
        </select>${this.missing && !this.reason ? html`<small class="problem" id="unmet-missing" role="alert">${t('unmet.missing')}</small>` : nothing}</div>
      ${chosen(this.reason).reason === HAS_SUB_REASONS ? this.#subReasons() : nothing}
      <div class="unmet-acts">
        <button type="button" class="main" @click=${() => this.#decide(true)}>${t('unmet.keep')}</button>
        <button type="button" @click=${() => this.#decide(false)}>${t('unmet.drop')}</button>
        <button type="button" class="link" @click=${() => this.say('unmet-leave')}>${t('unmet.leave')}</button>
        <button type="button" class="link" @click=${() => this.say('unmet-back')}>${t('unmet.back')}</button>
      </div></div>`;
  }

  #subReasons() {
    const toggle = (/** @type {string} */ code) =>
      (this.subReasons = this.subReasons.includes(code) ? this.subReasons.filter((each) => each !== code) : [...this.subReasons, code]);
    return html`<fieldset class="field chips"><legend>${t('unmet.subReasons')}</legend>${codesOf('unmetSubReason').map((code) => html`
      <button type="button" class="toggle" aria-pressed=${this.subReasons.includes(code)} @click=${() => toggle(code)}>${codeWord('unmetSubReason', code)}</button>`)}</fieldset>`;
  }
}
customElements.define('unmet-question', UnmetQuestion);
