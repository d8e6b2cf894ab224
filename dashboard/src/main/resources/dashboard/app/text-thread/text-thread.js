/** What somebody who cannot hear writes, and the agent's answers: the same turn as a call, without a voice. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { Problem, api, surely } from '../api.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { dayAndTime } from '../format.js';
import { segmentsOf } from '../segments.js';
import { codeWord, problemWord, t } from '../words.js';

const EVERY_MILLIS = 3_000;

export class TextThread extends HotlineElement {
  static properties = { call: {}, texts: { state: true }, words: { state: true }, problem: { state: true } };

  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  constructor() {
    super();
    /** @type {string} the id of the call that keeps the turn */
    this.call = '';
    /** @type {import('../wire.d.ts').WrittenText[]} */
    this.texts = [];
    this.words = '';
    this.problem = '';
    this.wordsMax = 454;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#ask();
    this.#timer = setInterval(() => document.hidden || void this.#ask(), EVERY_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  #ask() {
    return this.#try(() => api('GET', `/api/calls/${this.call}/texts`));
  }

  /** @param {() => Promise<any>} work */
  async #try(work) {
    try {
      const answer = await work();
      this.texts = answer.texts;
      this.wordsMax = answer.wordsMax;
      this.problem = '';
      return true;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem.code;
      return false;
    }
  }

  /** @param {Event} event */
  async #send(event) {
    event.preventDefault();
    const words = this.words.trim();
    if (!words) return;
    const body = { textId: crypto.randomUUID(), words };
    if (await this.#try(() => surely(() => api('POST', `/api/calls/${this.call}/texts`, body)))) this.words = '';
  }

  render() {
    const { units, segments } = segmentsOf(this.words.trim() && `115: ${this.words.trim()}`);
    return html`<section class="text-thread" aria-label=${t('written.title')}>
      <h3>${t('written.title')}</h3>
      <p class="soft">${t('written.hint')}</p>
      <p class="problem" role="alert">${this.problem ? problemWord(this.problem) : ''}</p>
      <ol role="log" aria-label=${t('written.log')}>${repeat(this.texts, (text) => `${text.at}${text.ours}`, (text) => html`
        <li data-ours=${text.ours}><small class="soft">${t(text.ours ? 'written.we' : 'written.they')} · ${dayAndTime(text.at, now())}${text.ours ? html` · ${codeWord('smsStatus', text.status)}` : nothing}</small>
          <span>${text.words}</span></li>`)}</ol>
      <form @submit=${this.#send}>
        <label>${t('written.answer')}<textarea rows="3" maxlength=${this.wordsMax} .value=${this.words} @input=${(/** @type {any} */ event) => (this.words = event.target.value)}></textarea></label>
        <div class="chips"><button class="main" ?disabled=${segments === 0}>${t('written.send')}</button>
          <small class="soft" role="status">${segments > 0 ? t('written.cost', { n: segments, units }) : ''}</small></div>
      </form>
    </section>`;
  }
}
customElements.define('text-thread', TextThread);
