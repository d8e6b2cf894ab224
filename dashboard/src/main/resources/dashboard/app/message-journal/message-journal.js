/** The journal of texts: what was written to whom, and what became of it. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { Problem, api } from '../api.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { dayAndTime, shortAge } from '../format.js';
import { codeWord, problemWord, t } from '../words.js';
import '../page-head/page-head.js';

const EVERY_MILLIS = 5000;
const SHOWN_AT_FIRST = 50;
const BAD = new Set(['FAILED', 'UNDELIVERED', 'EXPIRED']);
const WAITING = new Set(['QUEUED', 'HELD_QUIET_HOURS', 'UNKNOWN', 'SENDING']);

export class MessageJournal extends HotlineElement {
  static properties = { session: { attribute: false }, messages: { state: true }, problem: { state: true }, shown: { state: true } };
  static ticks = true;

  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;
  #asOf = '';

  constructor() {
    super();
    /** @type {import('../wire.d.ts').Session} */
    this.session;
    /** @type {import('../wire.d.ts').MessageView[] | null} */
    this.messages = null;
    this.problem = '';
    this.shown = SHOWN_AT_FIRST;
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

  async #ask() {
    try {
      this.messages = await api('GET', '/api/messages');
      this.problem = '';
      this.#asOf = new Date(now()).toISOString();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (problem.status === 401) this.say('signed-out');
      this.problem = problem.code;
    }
  }

  render() {
    const { messages } = this;
    return html`<page-head page="messages" .session=${this.session}></page-head>
      <main id="main" class="page narrow" tabindex="-1">
        <div class="page-line"><h2>${t('messages.lead')}</h2><span class="soft">${this.#asOf ? shortAge(this.#asOf, now()) : ''}</span></div>
        ${this.problem ? html`<p class="note old" role="status"><b aria-hidden="true">▲</b> ${problemWord(this.problem)}</p>` : nothing}
        ${messages === null ? html`<p class="soft" aria-busy="true">${t('app.loading')}</p>` : this.#list(messages)}
      </main>`;
  }

  /** @param {import('../wire.d.ts').MessageView[]} messages */
  #list(messages) {
    if (messages.length === 0) return html`<p class="empty">${t('messages.empty')}</p>`;
    return html`<ol class="messages">${repeat(messages.slice(0, this.shown), (message) => message.messageId, (message) => this.#message(message))}</ol>
      ${messages.length > this.shown ? html`<button class="wide-button" @click=${() => (this.shown += SHOWN_AT_FIRST)}>
        ${t('messages.more', { n: messages.length - this.shown })}</button>` : nothing}`;
  }

  /** @param {import('../wire.d.ts').MessageView} message */
  #message(message) {
    const tone = BAD.has(message.status) ? 'old' : WAITING.has(message.status) ? 'soon' : 'free';
    const sign = { old: '▲', soon: '…', free: '✓' }[tone];
    return html`<li class="message">
      <div class="message-head"><b>${message.to}</b><span class="soft">${codeWord('template', message.templateCode)}</span><span class="grow"></span>
        <span class="chip ${tone}"><b aria-hidden="true">${sign}</b> ${codeWord('smsStatus', message.status)}${message.errorCode ? ` (${message.errorCode})` : ''}</span></div>
      <p class="message-body">${message.body ?? t('messages.hidden')}</p>
      <small class="soft">${dayAndTime(message.createdAt, now())} · ${t('messages.segments', { n: message.segments })}${message.status === 'QUEUED' && message.dueAt ? ` · ${t('messages.dueAt', { when: dayAndTime(message.dueAt, now()) })}` : ''}${message.sentAt ? ` · ${t('messages.sentAt', { when: dayAndTime(message.sentAt, now()) })}` : ''}</small>
    </li>`;
  }
}
customElements.define('message-journal', MessageJournal);
