/** Who calls, as far as we know: number, language, why now, how often today, what is promised, and what was before. */
import { html, nothing } from '../../vendor/lit.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { clockTime, dayAndTime, duration, night } from '../format.js';
import { shownKeys } from '../keys.js';
import { promiseAnswers, promiseState } from '../promise-line.js';
import { lastAsked, renewWord, renewedFrom } from '../renewal.js';
import { answeredLine, languageLine, todayLine, turnSentence } from '../why-now.js';
import { codeWord, t } from '../words.js';
import '../colleague-line/colleague-line.js';
import '../interpreter-line/interpreter-line.js';
import '../rescue-line/rescue-line.js';
import '../text-thread/text-thread.js';
import '../voice-messages/voice-messages.js';

const SHOWN_AT_FIRST = 3;
/** Somebody or something picked up, as far as we have heard. */
const MAY_BE_MACHINE = new Set(['DIALLING', 'REACHED']);

export class CallerCard extends HotlineElement {
  static properties = { card: { attribute: false }, contact: { attribute: false }, me: {}, all: { state: true } };
  static ticks = true;

  constructor() {
    super();
    /** @type {import('../wire.d.ts').Card | null} */
    this.card = null;
    /** @type {import('../wire.d.ts').Contact | null} */
    this.contact = null;
    /** The agent at this desk. */
    this.me = '';
    this.all = false;
  }

  render() {
    const { card, contact } = this;
    return html`<section class="who" aria-label=${t('caller.title')}>
      <div class="who-head">
        <h2>${contact?.pseudonym || this.#name()}</h2>
        <span class="chips">
          <span class="chip">${codeWord('language', contact?.language ?? card?.language?.code ?? card?.call.language)}</span>
        </span>
      </div>
      ${card ? this.#known(card) : html`<p class="soft">${contact ? codeWord('contactChannel', contact.channel) : ''}</p>`}
    </section>`;
  }

  #name() {
    if (!this.card) return t('caller.noNumber');
    return this.card.call.maskedNumber ?? t(`callerId.${this.card.call.callerIdState}`);
  }

  /** @param {import('../wire.d.ts').Card} card */
  #known(card) {
    const before = [
      ...card.earlierContacts.map((contact) => ({ at: contact.openedAt, line: this.#contactLine(contact) })),
      ...card.earlierCalls.map((call) => ({ at: call.receivedAt, line: this.#callLine(call) })),
    ].sort((a, b) => b.at.localeCompare(a.at));
    const shown = this.all ? before : before.slice(0, SHOWN_AT_FIRST);
    return html`${this.#whyNow(card)}
      <rescue-line .call=${card.call}></rescue-line>
      <interpreter-line .call=${card.call} .language=${this.#spoken(card)}></interpreter-line>
      <colleague-line .call=${card.call} .me=${this.me}></colleague-line>
      ${card.promise?.channel === 'TEXT' && card.call.ours && card.call.state !== 'ENDED' && card.call.answeredAt ? html`<text-thread .call=${card.call.callId}></text-thread>` : nothing}
      ${card.voicemail ? html`<voice-messages .only=${card.voicemail}></voice-messages>` : nothing}
      <p class="last-request">${card.lastRequest ? this.#request(card.lastRequest) : t('caller.noRequest')}</p>
      ${this.#sameAgain(lastAsked(card, this.contact))}
      ${before.length === 0
        ? html`<p class="soft">${t('caller.firstCall')}</p>`
        : html`<ol class="before" aria-label=${t('caller.before')}>${shown.map(({ at, line }) => html`
            <li><span class="when">${dayAndTime(at, now())}</span><span>${line}</span></li>`)}</ol>`}
      ${before.length > SHOWN_AT_FIRST
        ? html`<button class="link" aria-expanded=${this.all} @click=${() => (this.all = !this.all)}>
            ${this.all ? t('caller.less') : t('caller.more', { n: before.length - SHOWN_AT_FIRST })}</button>`
        : nothing}`;
  }

  /** @param {import('../wire.d.ts').Card} card */
  #whyNow({ call, turn, today, language, promise }) {
    const answered = answeredLine(today);
    return html`${answered ? html`<p class="answered-lately"><span aria-hidden="true">↩</span> ${answered}</p>` : nothing}
      <ul class="why-now">
        ${turn ? html`<li>${t('turn.title')} ${turnSentence(turn)}</li>` : nothing}
        ${language ? html`<li class="spoken" data-spoken=${language.spoken}>${languageLine(language, call)}</li>` : nothing}
        ${todayLine(today) ? html`<li>${todayLine(today)}</li>` : nothing}
        ${promise ? this.#promise(promise, call) : nothing}
      </ul>`;
  }

  /** @param {import('../wire.d.ts').PromiseView} promise @param {import('../wire.d.ts').CallView} call */
  #promise(promise, call) {
    const parts = [promise.channel === 'TEXT' ? t('promise.inWriting') : '', t('promise.before', { time: clockTime(promise.dueBy) }), promiseState(promise), promiseAnswers(promise), t('promise.code', { code: promise.code })];
    return html`<li>${t('promise.made', { time: clockTime(promise.requestedAt) })} ${parts.filter((part) => part !== '').join(' · ')}
      ${call.ours && MAY_BE_MACHINE.has(promise.status) ? html`<button class="quiet" @click=${() => this.say('promise-said', { id: promise.callbackId, what: 'machine' })}>${t('promise.machine')}</button>` : nothing}</li>`;
  }

  /** What the contact says of it wins, unless it only says French. @param {import('../wire.d.ts').Card} card */
  #spoken(card) {
    const written = this.contact?.language;
    return written && written !== 'fr' ? written : (card.language?.code ?? null);
  }

  /** The button stays where it is when it was pressed, so that nothing jumps. @param {import('../wire.d.ts').EarlierContact | null} last */
  #sameAgain(last) {
    if (!last) return nothing;
    const done = this.contact?.kinds.includes('RENEWAL') ?? false;
    return html`<p class="renew"><button ?disabled=${done} @click=${() => this.say('contact-renew', last)}>${renewWord(last)} <kbd>${shownKeys('renew')}</kbd></button>
      <span class="soft" role="status">${done ? t('renew.done', { what: renewedFrom(last) }) : renewedFrom(last)}</span></p>`;
  }

  /** @param {import('../wire.d.ts').LastRequest} request */
  #request(request) {
    const reason = request.unmetReason ? `, ${codeWord('unmetReason', request.unmetReason).toLowerCase()}` : '';
    return html`<b>${t('caller.lastRequest', { night: night(request.nightOf) })}</b>
      ${codeWord('requestStatus', request.status).toLowerCase()}${reason}
      · ${t('place.persons', { n: request.persons })}, ${codeWord('householdType', request.householdType).toLowerCase()}`;
  }

  /** @param {import('../wire.d.ts').EarlierContact} contact */
  #contactLine(contact) {
    const kinds = contact.kinds.map((kind) => codeWord('contactKind', kind)).join(', ');
    return html`<b>${kinds || t('caller.contact')}</b>${contact.result ? html` · ${codeWord('contactResult', contact.result).toLowerCase()}` : nothing}`;
  }

  /** @param {import('../wire.d.ts').EarlierCall} call */
  #callLine(call) {
    const waited = call.waitSeconds === null ? '' : ` · ${t('caller.waited', { time: duration(call.waitSeconds) })}`;
    return html`<span class="soft">${t('caller.call')} ${codeWord('callOutcome', call.outcome).toLowerCase()}${waited}</span>`;
  }
}
customElements.define('caller-card', CallerCard);
