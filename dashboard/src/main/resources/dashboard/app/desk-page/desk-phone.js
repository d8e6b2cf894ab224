/** The desk's telephone: the browser's own when the agent chose it, otherwise only what the exchange tells. */
import { Problem, api } from '../api.js';
import { askForMicrophone } from '../microphone.js';
import { startRinging, stopRinging } from '../ring.js';
import { Softphone } from '../softphone.js';

const AGAIN_MILLIS = 5000;

export class DeskPhone {
  softphone = new Softphone();
  /** @type {'UNKNOWN' | 'GRANTED' | 'DENIED' | 'MISSING'} */
  microphone = 'UNKNOWN';
  #desk;
  #started = false;

  /** @param {import('../desk.js').Desk} desk */
  constructor(desk) {
    this.#desk = desk;
    this.softphone.addEventListener('change', () => this.#phoneChanged());
  }

  get ringing() {
    return this.softphone.call?.state === 'RINGING' || this.#desk.card?.call.state === 'RINGING';
  }

  /** How the chosen phone stands, for the call bar. */
  get line() {
    const phone = this.#desk.me?.phone;
    if (!phone) return 'NONE';
    return this.#isBrowser(phone) ? this.softphone.line : 'OUTSIDE';
  }

  /** Called on every change: the browser's phone is on exactly while it is the chosen one. */
  follow() {
    const phone = this.#desk.me?.phone;
    const wanted = Boolean(phone && this.#isBrowser(phone));
    if (wanted === this.#started) return;
    this.#started = wanted;
    void (wanted ? this.#start() : this.softphone.stop());
  }

  hangUp() {
    if (this.softphone.call) this.softphone.hangUp();
    else void this.#desk.hangUpOutside();
  }

  async stop() {
    stopRinging();
    this.#started = false;
    await this.softphone.stop();
  }

  async #start() {
    try {
      this.microphone = await askForMicrophone();
      await this.softphone.start(await api('GET', '/api/softphone'), { receives: true });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      setTimeout(() => {
        this.#started = false;
        this.follow();
      }, AGAIN_MILLIS);
    }
    this.#desk.changed();
  }

  #phoneChanged() {
    if (this.softphone.call?.state === 'RINGING') startRinging();
    else stopRinging();
    this.#desk.changed();
  }

  /** @param {string} phone */
  #isBrowser(phone) {
    return this.#desk.session.phones.some((choice) => choice.id === phone && choice.kind === 'BROWSER');
  }
}
