/** The danger button of a talk: which service to ring, and how it stands. It opens first, so that nobody rings the SAMU by a slip. */
import { html, nothing } from '../../vendor/lit.js';
import { Problem, api } from '../api.js';
import { HotlineElement } from '../element.js';
import { shownKeys } from '../keys.js';
import { rescueSentence } from '../rescue-words.js';
import { t } from '../words.js';

/** Everybody knows them: the buttons are there before, and without, the list of the line's own territory. */
const EVERYWHERE = ['15', '17', '18', '112'];

export class RescueLine extends HotlineElement {
  static properties = { call: { attribute: false }, lines: { state: true } };
  static ticks = true;

  constructor() {
    super();
    /** @type {import('../wire.d.ts').CallView | null} */
    this.call = null;
    /** @type {Record<string, string[]>} */
    this.lines = {};
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#ask();
  }

  async #ask() {
    try {
      this.lines = (await api('GET', '/api/rescue')).lines;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
    }
  }

  render() {
    const { call } = this;
    if (!call) return nothing;
    const talks = call.state === 'TALKING';
    const sentence = rescueSentence(call.rescue);
    if (!talks && !sentence) return nothing;
    return html`<div class="rescue-line">
      <p class="rescue-state" role="status">${sentence}</p>
      ${talks ? this.#buttons(call) : nothing}
    </div>`;
  }

  /** @param {import('../wire.d.ts').CallView} call */
  #buttons(call) {
    const busy = call.rescue?.rings ?? false;
    return html`<details id="rescue"><summary>${t('rescue.open')} <kbd>${shownKeys('rescue')}</kbd></summary>
      <div class="chips" role="group" aria-label=${t('rescue.open')}>${(this.lines[call.line ?? ''] ?? EVERYWHERE).map((service) => html`
        <button class="stop" ?disabled=${busy} @click=${() => this.say('rescue-ring', { callId: call.callId, service })}><b>${service}</b> ${t(`rescue.${service}`)}</button>`)}</div>
      <small class="soft">${t('rescue.hint')}</small></details>`;
  }
}
customElements.define('rescue-line', RescueLine);
