/** Messages left on closed lines: somebody waits to be called back. `only`: one of them, on the card of who calls its caller back. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { Problem, api } from '../api.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { dayAndTime, duration } from '../format.js';
import { codeWord, problemWord, t } from '../words.js';

const EVERY_MILLIS = 10_000;

export class VoiceMessages extends HotlineElement {
  static properties = { only: {}, lines: { attribute: false }, messages: { state: true }, problem: { state: true }, playing: { state: true } };

  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;
  /** @type {AudioContext | undefined} */
  #audio;
  /** @type {AudioBufferSourceNode | undefined} */
  #source;

  constructor() {
    super();
    /** @type {string | null} */
    this.only = null;
    /** @type {import('../wire.d.ts').LineView[]} */
    this.lines = [];
    /** @type {import('../wire.d.ts').VoicemailView[]} */
    this.messages = [];
    this.problem = '';
    this.playing = '';
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#ask();
    this.#timer = setInterval(() => document.hidden || void this.#ask(), EVERY_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    this.#source?.stop();
  }

  #ask() {
    return this.#try(async () => (this.messages = await api('GET', '/api/voicemails')));
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

  render() {
    const shown = this.messages.filter((message) => !this.only || message.callId === this.only);
    if (shown.length === 0 && !this.problem) return nothing;
    return html`<h3>${t(this.only ? 'voicemail.ofThis' : 'voicemail.lead')}</h3>
      <p class="problem" role="alert">${this.problem ? problemWord(this.problem) : ''}</p>
      <ul class="voice-messages">${repeat(shown, (message) => message.callId, (message) => this.#message(message))}</ul>`;
  }

  /** @param {import('../wire.d.ts').VoicemailView} message */
  #message(message) {
    const name = this.lines.find((line) => line.line === message.line)?.name ?? message.line;
    const plays = this.playing === message.callId;
    return html`<li><b>${name}</b><span>${dayAndTime(message.leftAt, now())} · ${duration(message.seconds)}</span>${message.task && !message.doneBy ? html`<span class="chip">${codeWord('voicemailTask', message.task)}</span>` : nothing}<span class="grow"></span>
      <button @click=${() => this.#play(message)}>${t(plays ? 'voicemail.stop' : 'voicemail.play')}</button>
      ${message.doneBy ? html`<span class="chip free"><b aria-hidden="true">✓</b> ${t('voicemail.doneBy', { who: message.doneBy })}</span>` : html`
        <button class="main" @click=${() => this.#done(message)}>${t('voicemail.done')}</button>`}</li>`;
  }

  /** @param {import('../wire.d.ts').VoicemailView} message */
  #play(message) {
    this.#source?.stop();
    if (this.playing === message.callId) {
      this.playing = '';
      return;
    }
    this.playing = message.callId;
    void this.#try(async () => {
      const { wav } = await api('GET', `/api/voicemails/${message.callId}/sound`);
      const bytes = Uint8Array.from(atob(wav), (character) => character.charCodeAt(0));
      this.#audio ??= new AudioContext();
      const source = this.#audio.createBufferSource();
      source.buffer = await this.#audio.decodeAudioData(bytes.buffer);
      source.connect(this.#audio.destination);
      source.onended = () => this.playing === message.callId && this.#source === source && (this.playing = '');
      this.#source = source;
      source.start();
    });
  }

  /** @param {import('../wire.d.ts').VoicemailView} message */
  #done(message) {
    void this.#try(async () => {
      await api('POST', `/api/voicemails/${message.callId}/done`, {});
      await this.#ask();
    });
  }
}
customElements.define('voice-messages', VoiceMessages);
