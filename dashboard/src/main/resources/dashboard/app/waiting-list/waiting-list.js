/** Who waits on the line, the next one first; a supervisor may put one before all others, and says why. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { Problem, api, surely } from '../api.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { clockTime, shortAge } from '../format.js';
import { problemWord, t } from '../words.js';

const EVERY_MILLIS = 5000;

export class WaitingList extends HotlineElement {
  static properties = {
    lines: { attribute: false }, acts: { attribute: false },
    calls: { state: true }, asked: { state: true }, problem: { state: true }, busy: { state: true },
  };
  static ticks = true;

  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  constructor() {
    super();
    /** @type {import('../wire.d.ts').LineView[]} */
    this.lines = [];
    /** @type {import('../wire.d.ts').LineAct[]} */
    this.acts = [];
    /** @type {import('../wire.d.ts').WaitingCall[] | null} null: not known yet */
    this.calls = null;
    /** The call whose reason is being written. */
    this.asked = '';
    this.problem = '';
    this.busy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#try(() => this.#ask());
    this.#timer = setInterval(() => document.hidden || this.busy || void this.#try(() => this.#ask()), EVERY_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  async #ask() {
    this.calls = await api('GET', '/api/calls/waiting');
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

  /** Whoever asked to write a reason writes it at once. @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('asked') && this.asked) /** @type {HTMLElement | null} */ (this.querySelector('.first-form input'))?.focus();
  }

  render() {
    const { calls } = this;
    if (calls === null && !this.problem) return nothing;
    return html`<h3>${t('inLine.title', { n: calls?.length ?? 0 })}</h3>
      <p class="problem" role="alert">${this.problem ? problemWord(this.problem) : ''}</p>
      ${calls?.length === 0 ? html`<p class="empty">${t('inLine.none')}</p>` : nothing}
      <ol class="waiting-calls">${repeat(calls ?? [], (call) => call.callId, (call) => this.#call(call))}</ol>`;
  }

  /** @param {import('../wire.d.ts').WaitingCall} call */
  #call(call) {
    const who = call.maskedNumber ?? t(`callerId.${call.callerIdState}`);
    const first = this.acts.find((act) => act.callId === call.callId);
    return html`<li><b>${who}</b><span class="chip">${shortAge(call.rankAt, now())}</span>
      <span class="soft">${this.lines.find((line) => line.line === call.line)?.name ?? call.line} · ${t(`turn.${call.reason}`, { time: clockTime(call.rankAt) })}</span>
      <span class="grow"></span>
      ${first ? html`<span class="chip"><b aria-hidden="true">▲</b> ${t('inLine.isFirst', { name: first.by })}</span>` : html`
        <button aria-expanded=${this.asked === call.callId} aria-label=${`${t('inLine.putFirst')}, ${who}`} @click=${() => this.#choose(call.callId)}>${t('inLine.putFirst')}</button>`}
      ${this.asked === call.callId && !first ? this.#form(call) : nothing}</li>`;
  }

  /** @param {string} callId */
  #choose(callId) {
    this.asked = this.asked === callId ? '' : callId;
  }

  /** @param {import('../wire.d.ts').WaitingCall} call */
  #form(call) {
    return html`<form class="first-form" @submit=${(/** @type {SubmitEvent} */ event) => this.#putFirst(event, call)}
      @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && this.#choose(call.callId)}>
      <label for="first-reason">${t('lines.reason')}</label><input id="first-reason" name="reason" maxlength="200" required />
      <button class="main" ?disabled=${this.busy}>${t('inLine.putFirst')}</button></form>`;
  }

  /** @param {SubmitEvent} event @param {import('../wire.d.ts').WaitingCall} call */
  async #putFirst(event, { callId, line }) {
    event.preventDefault();
    const reason = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('reason')).trim();
    const body = { actId: crypto.randomUUID(), line, reason };
    this.busy = true;
    await this.#try(async () => {
      await surely(() => api('POST', `/api/calls/${callId}/first`, body));
      this.asked = '';
      this.say('line-decided');
      await this.#ask();
    });
    this.busy = false;
  }
}
customElements.define('waiting-list', WaitingList);
