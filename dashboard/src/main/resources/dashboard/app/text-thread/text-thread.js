/** What somebody who cannot hear writes, and the agent's answers: the same turn as a call, without a voice. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { api, surely } from '../api.js';
import { now } from '../clock.js';
import { dayAndTime } from '../format.js';
import { KeptList } from '../kept.js';
import { segmentsOf } from '../segments.js';
import { codeWord, t } from '../words.js';

/** @extends {KeptList<{texts: import('../wire.d.ts').WrittenText[], wordsMax: number}>} */
export class TextThread extends KeptList {
  static properties = { call: {}, words: { state: true } };
  static everyMillis = 3_000;

  /** How many texts the screen showed last. */
  #count = 0;

  constructor() {
    super();
    /** @type {string} the id of the call that keeps the turn */
    this.call = '';
    this.words = '';
  }

  read() {
    return api('GET', `/api/calls/${this.call}/texts`);
  }

  /** @param {Event} event */
  async #send(event) {
    event.preventDefault();
    const words = this.words.trim();
    if (!words) return;
    const body = { textId: crypto.randomUUID(), words };
    if (await this.act(() => surely(() => api('POST', `/api/calls/${this.call}/texts`, body)))) this.words = '';
  }

  /** The newest text is the one to be read. */
  updated() {
    const count = this.items?.texts.length ?? 0;
    if (count !== this.#count) this.querySelector('[role=log] li:last-child')?.scrollIntoView({ block: 'nearest' });
    this.#count = count;
  }

  render() {
    const { units, segments } = segmentsOf(this.words.trim() && `115: ${this.words.trim()}`);
    return html`<section class="text-thread" aria-label=${t('written.title')}>
      <h3>${t('written.title')}</h3>
      <p class="soft">${t('written.hint')}</p>
      <p class="problem" role="alert">${this.problem}</p>
      <div role="log" tabindex="0" aria-label=${t('written.log')}><ol>${repeat(this.items?.texts ?? [], (text) => `${text.at}${text.ours}`, (text) => html`
        <li data-ours=${text.ours}><small class="soft">${t(text.ours ? 'written.we' : 'written.they')} · ${dayAndTime(text.at, now())}${text.ours ? html` · ${codeWord('smsStatus', text.status)}` : nothing}</small>
          <span>${text.words}</span></li>`)}</ol></div>
      <form @submit=${this.#send}>
        <label>${t('written.answer')}<textarea rows="3" maxlength=${this.items?.wordsMax ?? nothing} .value=${this.words} @input=${(/** @type {any} */ event) => (this.words = event.target.value)}></textarea></label>
        <div class="chips"><button class="main" ?disabled=${segments === 0}>${t('written.send')}</button>
          <small class="soft" role="status">${segments > 0 ? t('written.cost', { n: segments, units }) : ''}</small></div>
      </form>
    </section>`;
  }
}
customElements.define('text-thread', TextThread);
