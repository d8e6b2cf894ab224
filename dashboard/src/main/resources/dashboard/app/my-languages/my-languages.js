/** Which languages the agent speaks beside French: callers who speak them are brought to whoever says so. */
import { html } from '../../vendor/lit.js';
import { Problem, api } from '../api.js';
import { HotlineElement } from '../element.js';
import { codeWord, codesOf, problemWord, t } from '../words.js';

/** Everybody here speaks French, and "other" is no language that one can be asked for. */
const OFFERED = () => codesOf('language').filter((code) => code !== 'fr' && code !== 'und');

export class MyLanguages extends HotlineElement {
  static properties = { spoken: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {string[]} */
    this.spoken = [];
    this.failure = '';
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#send('GET');
  }

  /** @param {'GET' | 'PUT'} method @param {string[]} [languages] */
  async #send(method, languages) {
    try {
      this.spoken = (await api(method, '/api/agent/languages', languages && { languages })).mine;
      this.failure = '';
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.failure = problemWord(problem.code);
    }
  }

  /** @param {string} code */
  #toggle(code) {
    const speaks = this.spoken.includes(code);
    return this.#send('PUT', speaks ? this.spoken.filter((other) => other !== code) : [...this.spoken, code]);
  }

  render() {
    return html`<p class="menu-name" id="my-languages">${t('presence.languages')}</p>
      <div class="menu-grid" role="group" aria-labelledby="my-languages">${OFFERED().map((code) => html`
        <button aria-pressed=${this.spoken.includes(code)} @click=${() => this.#toggle(code)}>${codeWord('language', code)}</button>`)}</div>
      <p class="soft" role="status">${this.failure}</p>`;
  }
}
customElements.define('my-languages', MyLanguages);
