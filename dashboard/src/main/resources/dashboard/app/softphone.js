/** The telephone in the browser. One call at a time; the views only read its fields. */
import { Inviter, SessionState, UserAgent } from '../vendor/sip.js';
import { measureLevel, microphoneWish } from './microphone.js';
import { SipLine } from './sip-line.js';

/** @typedef {'RINGING' | 'CALLING' | 'TALKING'} TalkState */
/** @typedef {{state: TalkState, since: number, muted: boolean, held: boolean}} Talk */

/** Events: `change`, and `level` ten times a second while talking. */
export class Softphone extends EventTarget {
  /** @type {Talk | null} */
  call = null;
  /** How loud the own microphone is, 0..1. */
  level = 0;
  /** @type {'MICROPHONE' | 'REFUSED' | null} why the last call could not be had */
  failure = null;

  #line = new SipLine();
  /** @type {any} the one session; SIP.js types its media handler too widely for us */
  #session = null;
  #audio = new Audio();
  /** @type {() => void} */
  #deaf = () => {};

  constructor() {
    super();
    this.#line.addEventListener('change', () => this.#changed());
    this.#line.addEventListener('invite', (event) => this.#invited(/** @type {CustomEvent} */ (event).detail));
  }

  get line() {
    return this.#line.state;
  }

  start = this.#line.start.bind(this.#line);

  stop() {
    this.hangUp();
    return this.#line.stop();
  }

  /** @param {string} number */
  dial(number) {
    const { agent } = this.#line;
    const target = agent && UserAgent.makeURI(`sip:${number}@${agent.configuration.uri.host}`);
    if (!agent || !target || this.#session) return;
    const inviter = new Inviter(agent, target, mediaWish());
    this.#take(inviter, 'CALLING');
    inviter.invite({ requestDelegate: { onReject: () => this.#failed('REFUSED') } }).catch(() => this.#failed('MICROPHONE'));
  }

  answer() {
    if (this.call?.state === 'RINGING') this.#session.accept(mediaWish()).catch(() => this.#failed('MICROPHONE'));
  }

  hangUp() {
    const session = this.#session;
    if (!session) return;
    if (session.state === SessionState.Established) void session.bye();
    else if (session instanceof Inviter) void session.cancel();
    else void session.reject();
  }

  mute(muted = !this.call?.muted) {
    if (!this.call) return;
    this.#media()?.enableSenderTracks(!muted && !this.call.held);
    this.#now({ muted });
  }

  /** Music for the other side, silence for this one. */
  async hold(held = !this.call?.held) {
    if (this.call?.state !== 'TALKING') return;
    this.#session.sessionDescriptionHandlerOptionsReInvite = { hold: held };
    await this.#session.invite();
    this.#media()?.enableReceiverTracks(!held);
    this.#media()?.enableSenderTracks(!held && !this.call.muted);
    this.#now({ held });
  }

  /** @param {string} digit */
  press(digit) {
    this.#media()?.sendDtmf(digit, { duration: 160, interToneGap: 70 });
  }

  #media() {
    return this.#session?.sessionDescriptionHandler;
  }

  /** @param {any} invitation */
  #invited(invitation) {
    if (this.#session) void invitation.reject({ statusCode: 486 });
    else this.#take(invitation, 'RINGING');
  }

  /** @param {any} session @param {TalkState} state */
  #take(session, state) {
    this.#session = session;
    this.failure = null;
    this.call = { state, since: Date.now(), muted: false, held: false };
    session.stateChange.addListener((/** @type {SessionState} */ now) => {
      if (now === SessionState.Established) this.#talk();
      if (now === SessionState.Terminated) this.#over(session);
    });
    this.#changed();
  }

  #talk() {
    const media = this.#media();
    this.#audio.srcObject = media.remoteMediaStream;
    void this.#audio.play().catch(() => {});
    this.#deaf = measureLevel(media.localMediaStream, (level) => {
      this.level = level;
      this.dispatchEvent(new Event('level'));
    });
    this.call = { state: 'TALKING', since: Date.now(), muted: false, held: false };
    this.#changed();
  }

  /** @param {unknown} session */
  #over(session) {
    if (session !== this.#session) return;
    this.#deaf();
    this.#deaf = () => {};
    this.#audio.srcObject = null;
    this.#session = null;
    this.call = null;
    this.level = 0;
    this.#changed();
  }

  /** @param {'MICROPHONE' | 'REFUSED'} failure */
  #failed(failure) {
    this.failure = failure;
    const session = this.#session;
    if (failure === 'MICROPHONE') this.hangUp();
    this.#over(session);
  }

  /** @param {Partial<{muted: boolean, held: boolean}>} part */
  #now(part) {
    if (this.call) this.call = { ...this.call, ...part };
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

const mediaWish = () => ({ sessionDescriptionHandlerOptions: { constraints: { audio: microphoneWish(), video: false } } });
