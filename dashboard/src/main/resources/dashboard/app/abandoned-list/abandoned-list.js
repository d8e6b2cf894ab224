/** Who hung up while waiting today and was not spoken with since; one press has somebody rung, in the order of the line. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { Problem, api, surely } from '../api.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { dayAndTime, duration } from '../format.js';
import { codeWord, problemWord, t } from '../words.js';

const EVERY_MILLIS = 15_000;

export class AbandonedList extends HotlineElement {
  static properties = { lines: { attribute: false }, gone: { state: true }, problem: { state: true }, done: { state: true } };

  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  constructor() {
    super();
    /** @type {import('../wire.d.ts').LineView[]} */
    this.lines = [];
    /** @type {import('../wire.d.ts').AbandonedView[] | null} */
    this.gone = null;
    this.problem = '';
    this.done = '';
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
    return this.#try(async () => (this.gone = await api('GET', '/api/abandoned')));
  }

  /** @param {() => Promise<unknown>} work */
  async #try(work) {
    try {
      await work();
      this.problem = '';
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem.code;
    }
  }

  /** @param {import('../wire.d.ts').AbandonedView} gone */
  #ring(gone) {
    void this.#try(async () => {
      await surely(() => api('POST', `/api/abandoned/${gone.callId}/callback`, {}));
      this.done = t('abandoned.promised', { number: gone.maskedNumber ?? '' });
      await this.#ask();
    });
  }

  render() {
    const { gone } = this;
    return html`<section aria-labelledby="abandoned-lead"><h3 id="abandoned-lead">${t('abandoned.lead')}</h3>
      <p class="soft">${t('abandoned.how')}</p>
      <p class="problem" role="alert">${this.problem ? problemWord(this.problem) : ''}</p>
      <p role="status">${this.done}</p>
      ${gone === null ? nothing : gone.length === 0 ? html`<p class="empty">${t('abandoned.nobody')}</p>` : html`
        <ul class="abandoned">${repeat(gone, (one) => one.callId, (one) => this.#one(one))}</ul>`}</section>`;
  }

  /** @param {import('../wire.d.ts').AbandonedView} gone */
  #one(gone) {
    const line = this.lines.find((each) => each.line === gone.line)?.name ?? gone.line;
    return html`<li><b>${gone.maskedNumber ?? t('abandoned.erased')}</b><span>${dayAndTime(gone.rangAt, now())} · ${line} · ${codeWord('language', gone.language)}</span>
      <span class="soft">${t('abandoned.waited', { wait: duration(gone.waitedSeconds) })} · ${t('abandoned.calls', { n: gone.calls })}</span><span class="grow"></span>
      ${gone.maskedNumber ? html`<button @click=${() => this.#ring(gone)} aria-label=${t('abandoned.ringOf', { number: gone.maskedNumber })}>${t('abandoned.ring')}</button>` : nothing}</li>`;
  }
}
customElements.define('abandoned-list', AbandonedList);
