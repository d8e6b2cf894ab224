/** The caller's telephone of the demonstration: one big button, a keypad, what is happening, and how to call from another phone. */
import { html, nothing } from '../../vendor/lit.js';
import { Problem, api } from '../api.js';
import { HotlineElement } from '../element.js';
import { elapsed } from '../format.js';
import { unlockSound } from '../ring.js';
import { applyTheme } from '../settings.js';
import { Softphone } from '../softphone.js';
import { announceLanguage, problemWord, t } from '../words.js';
import '../page-head/page-head.js';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const AGAIN_MILLIS = 4000;

export class CallerPage extends HotlineElement {
  static properties = { access: { state: true }, problem: { state: true }, pressed: { state: true }, ended: { state: true } };
  static ticks = true;

  #phone = new Softphone();

  constructor() {
    super();
    /** @type {import('../wire.d.ts').SoftphoneAccess | null} */
    this.access = null;
    this.problem = '';
    this.pressed = '';
    this.ended = false;
  }

  connectedCallback() {
    super.connectedCallback();
    applyTheme();
    announceLanguage();
    this.#phone.addEventListener('change', () => this.#changed());
    this.#phone.addEventListener('level', () => this.#level());
    addEventListener('keydown', (event) => this.#typed(event));
    void this.#prepare();
  }

  async #prepare() {
    try {
      this.access = await api('GET', '/api/demo/caller');
      this.problem = '';
      if (this.access) await this.#phone.start(this.access, { receives: false });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem.status === 404 ? 'NOT_A_DEMO' : problem.code;
      if (problem.unknown || problem.status >= 500) setTimeout(() => void this.#prepare(), AGAIN_MILLIS);
    }
  }

  #changed() {
    if (this.#phone.call) this.ended = false;
    this.requestUpdate();
  }

  #level() {
    const meter = /** @type {HTMLMeterElement | null} */ (this.querySelector('meter'));
    if (meter) meter.value = this.#phone.level;
  }

  #callOrHangUp() {
    unlockSound();
    this.pressed = '';
    if (this.#phone.call) {
      this.ended = true;
      this.#phone.hangUp();
    } else this.#phone.dial(this.access?.number ?? '115');
  }

  /** @param {KeyboardEvent} event */
  #typed(event) {
    if (KEYS.includes(event.key) && !event.ctrlKey && !event.altKey) this.#press(event.key);
  }

  /** @param {string} key */
  #press(key) {
    if (this.#phone.call?.state !== 'TALKING') return;
    this.#phone.press(key);
    this.pressed = (this.pressed + key).slice(-12);
  }

  /** @returns {string} the words' key */
  get #state() {
    const { call, failure, line } = this.#phone;
    if (call) return call.state;
    if (failure) return failure;
    if (line !== 'READY') return line === 'LOST' ? 'LOST' : 'CONNECTING';
    return this.ended ? 'ENDED' : 'READY';
  }

  render() {
    document.title = t('page.caller.title');
    const { call } = this.#phone;
    const state = this.#state;
    return html`<page-head page="caller"></page-head>
      <main id="main" class="caller" tabindex="-1">
        <p class="caller-number" aria-hidden="true">${this.access?.number ?? '115'}</p>
        ${this.problem ? html`<p class="note old" role="alert">${problemWord(this.problem)}</p>` : html`
          <p class="caller-state" role="status" data-state=${state}>${t(`caller.state.${state}`)}</p>`}
        <p class="caller-time" aria-hidden="true">${call?.state === 'TALKING' ? elapsed(Date.now() - call.since) : '--:--'}</p>
        <button class=${call ? 'round stop' : 'round go'} ?disabled=${!call && this.#phone.line !== 'READY'} @click=${() => this.#callOrHangUp()}>
          ${t(call ? 'caller.hangUp' : 'caller.callNow')}</button>
        <label class="level">${t('caller.level')} <meter min="0" max="1" value="0"></meter></label>
        <div class="keypad" role="group" aria-label=${t('caller.keypad')}>${KEYS.map((key) => html`
          <button ?disabled=${call?.state !== 'TALKING'} @click=${() => this.#press(key)}>${key}</button>`)}</div>
        <output class="pressed" aria-live="polite" aria-label=${t('caller.pressed')}>${this.pressed}</output>
        ${this.access?.sip ? html`<p class="soft">${t('caller.otherPhone')} <code>sip:${this.access.number ?? '115'}@${this.access.sip.host}:${this.access.sip.port}</code></p>` : nothing}
      </main>`;
  }
}
customElements.define('caller-page', CallerPage);
