/** Asks a colleague into a talk: to help, or to go on with the caller when one leaves; and how it stands. */
import { html, nothing } from '../../vendor/lit.js';
import { Problem, api } from '../api.js';
import { colleagueSentence } from '../colleague-words.js';
import { HotlineElement } from '../element.js';
import { shownKeys } from '../keys.js';
import { t } from '../words.js';

export class ColleagueLine extends HotlineElement {
  static properties = { call: { attribute: false }, me: {}, ready: { state: true } };
  static ticks = true;

  constructor() {
    super();
    /** @type {import('../wire.d.ts').CallView | null} */
    this.call = null;
    /** The agent at this desk. */
    this.me = '';
    /** Who can be asked, as of when the choice was opened; null: not asked yet. @type {Array<{agent: string, name: string}> | null} */
    this.ready = null;
  }

  /** The one key: opens the choice, and goes to what ends it where somebody is there. */
  begin() {
    const act = /** @type {HTMLElement | null} */ (this.querySelector('.colleague-pass'));
    if (act) return act.focus();
    const choice = this.querySelector('details');
    if (choice) choice.open = true;
    this.querySelector('summary')?.focus();
  }

  render() {
    const { call } = this;
    if (!call) return nothing;
    const sentence = colleagueSentence(call.colleague, this.me);
    const own = call.state === 'TALKING' && !call.ours && call.colleague?.agent !== this.me && !call.colleague?.passedOn;
    if (!sentence && !own) return nothing;
    return html`<div class="colleague-line">
      <p class="colleague-state" role="status">${sentence}</p>
      ${own ? this.#acts(call) : nothing}
    </div>`;
  }

  /** @param {import('../wire.d.ts').CallView} call */
  #acts(call) {
    const there = call.colleague;
    if (there?.rings || there?.since) {
      return html`<span class="chips">
        <button class="colleague-pass" @click=${() => this.say('colleague-pass-on', { callId: call.callId })}>${t('colleague.passOn', { who: there.name })} <kbd>${shownKeys('colleague')}</kbd></button>
        <button @click=${() => this.say('colleague-drop', { callId: call.callId })}>${t(there.since ? 'colleague.drop' : 'colleague.stop')}</button></span>`;
    }
    return html`<details @toggle=${() => void this.#ask()}><summary>${t('colleague.open')} <kbd>${shownKeys('colleague')}</kbd></summary>
      <div class="chips" role="group" aria-label=${t('colleague.open')}>${this.#choice(call)}</div></details>`;
  }

  /** @param {import('../wire.d.ts').CallView} call */
  #choice(call) {
    if (!this.ready) return html`<p class="soft">${t('colleague.looking')}</p>`;
    if (this.ready.length === 0) return html`<p class="soft" role="status">${t('colleague.nobody')}</p>`;
    return this.ready.map(({ agent, name }) => html`
      <button @click=${() => this.say('colleague-ask', { callId: call.callId, agent })}>${name}</button>`);
  }

  async #ask() {
    if (!this.querySelector('details')?.open) return;
    try {
      this.ready = (await api('GET', '/api/colleagues')).colleagues;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
    }
    await this.updateComplete;
    // The key that opened it goes on to the first name, unless one went elsewhere meanwhile.
    if (this.querySelector('summary') === document.activeElement) /** @type {HTMLElement | null} */ (this.querySelector('details button'))?.focus();
  }
}
customElements.define('colleague-line', ColleagueLine);
