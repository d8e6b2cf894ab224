/** Adds an interpreter to a talk: one key where the language is known, a choice where it is not; and how it stands. */
import { html, nothing } from '../../vendor/lit.js';
import { Problem, api } from '../api.js';
import { HotlineElement } from '../element.js';
import { interpreterSentence, likelyLanguage } from '../interpreter-words.js';
import { shownKeys } from '../keys.js';
import { codeWord, t } from '../words.js';

export class InterpreterLine extends HotlineElement {
  static properties = { call: { attribute: false }, language: {}, lines: { state: true } };
  static ticks = true;

  constructor() {
    super();
    /** @type {import('../wire.d.ts').CallView | null} */
    this.call = null;
    /** @type {string | null} what the contact says the person speaks */
    this.language = null;
    /** @type {Record<string, Record<string, string>>} */
    this.lines = {};
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#ask();
  }

  async #ask() {
    try {
      this.lines = (await api('GET', '/api/interpreters')).lines;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
    }
  }

  /** The one key: rings at once where the language is known, else opens the choice. */
  begin() {
    const likely = /** @type {HTMLButtonElement | null} */ (this.querySelector('.interpreter-likely:enabled'));
    if (likely) return likely.click();
    const choice = this.querySelector('details');
    if (choice) choice.open = true;
    /** @type {HTMLElement | null} */ (choice?.querySelector('button:enabled'))?.focus();
  }

  render() {
    const { call } = this;
    if (!call) return nothing;
    const offered = this.lines[call.line ?? ''] ?? {};
    const sentence = interpreterSentence(call.interpreter);
    const talks = call.state === 'TALKING';
    if (!sentence && (!talks || Object.keys(offered).length === 0)) return nothing;
    return html`<div class="interpreter-line">
      <p class="interpreter-state" role="status">${sentence}</p>
      ${talks ? this.#buttons(call, offered) : nothing}
    </div>`;
  }

  /** @param {import('../wire.d.ts').CallView} call @param {Record<string, string>} offered */
  #buttons(call, offered) {
    if (call.interpreter?.rings || call.interpreter?.since) {
      return html`<button @click=${() => this.say('interpreter-drop', { callId: call.callId })}>${t('interpreter.drop')}</button>`;
    }
    const likely = likelyLanguage(offered, [this.language, call.language]);
    return html`${likely ? html`<button class="interpreter-likely" @click=${() => this.#add(call, likely)}>${t('interpreter.add', { language: codeWord('language', likely) })} <kbd>${shownKeys('interpreter')}</kbd></button>` : nothing}
      <details><summary>${t(likely ? 'interpreter.other' : 'interpreter.open')} ${likely ? nothing : html`<kbd>${shownKeys('interpreter')}</kbd>`}</summary>
        <div class="chips" role="group" aria-label=${t('interpreter.open')}>${Object.entries(offered).map(([language, name]) => html`
          <button @click=${() => this.#add(call, language)}>${codeWord('language', language)} <small>${name}</small></button>`)}</div></details>`;
  }

  /** @param {import('../wire.d.ts').CallView} call @param {string} language */
  #add(call, language) {
    const choice = this.querySelector('details');
    if (choice) choice.open = false;
    this.say('interpreter-add', { callId: call.callId, language });
  }
}
customElements.define('interpreter-line', InterpreterLine);
