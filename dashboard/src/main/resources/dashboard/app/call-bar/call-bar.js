/** The call, always at the same spot: state, time, who, and the four buttons that never move. */
import { html } from '../../vendor/lit.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { elapsed } from '../format.js';
import { shownKeys } from '../keys.js';
import { t } from '../words.js';

/** @typedef {'IDLE' | 'HELD' | import('../wire.d.ts').CallView['state']} BarState */

export class CallBar extends HotlineElement {
  static properties = { phone: { attribute: false }, talk: { attribute: false }, card: { attribute: false }, line: {} };
  static ticks = true;

  constructor() {
    super();
    /** @type {import('../softphone.js').Softphone | null} */
    this.phone = null;
    /** @type {import('../softphone.js').Talk | null} */
    this.talk = null;
    /** @type {import('../wire.d.ts').Card | null} */
    this.card = null;
    this.line = 'OFF';
  }

  connectedCallback() {
    super.connectedCallback();
    this.phone?.addEventListener('level', () => this.#level());
  }

  /** Ten times a second: set directly, nothing else is drawn again. */
  #level() {
    const meter = /** @type {HTMLMeterElement | null} */ (this.querySelector('meter'));
    if (meter) meter.value = this.phone?.level ?? 0;
  }

  /** @returns {BarState} */
  get #state() {
    if (this.talk?.held) return 'HELD';
    if (this.talk) return this.talk.state === 'TALKING' ? 'TALKING' : 'RINGING';
    const state = this.card?.call.state;
    return state ?? 'IDLE';
  }

  /** @param {BarState} state */
  #since(state) {
    const call = this.card?.call;
    if (state === 'TALKING' || state === 'HELD') return elapsed(now() - (call?.answeredAt ? Date.parse(call.answeredAt) : this.talk?.since ?? now()));
    if (state === 'RINGING') return elapsed(now() - (this.talk?.since ?? Date.parse(call?.enqueuedAt ?? call?.receivedAt ?? '')));
    return '--:--';
  }

  render() {
    const state = this.#state;
    const here = Boolean(this.talk);
    const up = state === 'TALKING' || state === 'HELD';
    return html`<div class="call-bar" data-state=${state} role="group" aria-label=${t('call.bar')}>
      <span class="call-state"><span class="dot" aria-hidden="true"></span>${t(`call.state.${state}`)}</span>
      <b class="call-time" aria-hidden="true">${this.#since(state)}</b>
      <span class="call-who">${state === 'IDLE' ? this.#lineWord() : this.#who()}</span>
      <button class="main" ?disabled=${this.talk?.state !== 'RINGING'} title=${shownKeys('answer')} @click=${() => this.say('call-answer')}>${t('call.answer')}</button>
      <button ?disabled=${!(here && up)} aria-pressed=${this.talk?.muted ?? false} title=${shownKeys('mute')}
        @click=${() => this.say('call-mute')}>${t(this.talk?.muted ? 'call.muted' : 'call.mute')}</button>
      <button ?disabled=${!(here && up)} aria-pressed=${this.talk?.held ?? false} @click=${() => this.say('call-hold')}>${t(this.talk?.held ? 'call.held' : 'call.hold')}</button>
      <button class="stop" ?disabled=${!here && !up} title=${shownKeys('hangUp')} @click=${() => this.say('call-hang-up')}>${t(state === 'RINGING' ? 'call.refuse' : 'call.hangUp')}</button>
      <meter min="0" max="1" value="0" aria-label=${t('call.level')} title=${t('call.level')}></meter>
    </div>`;
  }

  #who() {
    return this.card ? this.card.call.maskedNumber ?? t('caller.withheld') : t('caller.unknownYet');
  }

  #lineWord() {
    return t(`phone.line.${this.line}`);
  }
}
customElements.define('call-bar', CallBar);
