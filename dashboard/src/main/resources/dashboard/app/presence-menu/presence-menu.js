/** Available or not, since when, on which phone: always visible, one click away from the other. */
import { html, nothing } from '../../vendor/lit.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { duration } from '../format.js';
import { shownKeys } from '../keys.js';
import { codeWord, codesOf, t } from '../words.js';
import '../my-languages/my-languages.js';

/** @type {Record<string, string>} a sign beside the word, never colour alone */
const SIGNS = { OFFLINE: '○', READY: '●', RINGING: '◔', TALKING: '●', WRAP_UP: '◐', PAUSED: '‖' };

export class PresenceMenu extends HotlineElement {
  static properties = { me: { attribute: false }, phones: { attribute: false } };
  static ticks = true;

  constructor() {
    super();
    /** @type {import('../wire.d.ts').AgentView | null} */
    this.me = null;
    /** @type {import('../wire.d.ts').PhoneChoice[]} */
    this.phones = [];
  }

  render() {
    const { me } = this;
    if (!me) return html`<span class="presence soft">${t('app.loading')}</span>`;
    const canBeReady = me.state !== 'READY' && me.state !== 'RINGING' && me.state !== 'TALKING';
    return html`<div class="presence" data-state=${me.state} role="group" aria-label=${t('presence.title')}>
      <span class="presence-state">
        <b><span aria-hidden="true">${SIGNS[me.state]}</span> ${t(`presence.${me.state}`)}</b>
        <small>${this.#detail(me)}</small>
      </span>
      <button class=${canBeReady ? 'main' : ''} ?disabled=${!canBeReady || !me.phone} title=${shownKeys('presence')}
        @click=${() => this.say('presence', { state: 'READY' })}>${t('presence.becomeReady')}</button>
      <button popovertarget="presence-menu" aria-label=${t('presence.more')}>${t('presence.pause')} <span aria-hidden="true">▾</span></button>
      <div id="presence-menu" popover class="menu">${this.#reasons(me)}${this.#phoneChoice(me)}
        <my-languages></my-languages>
        <button @click=${() => this.#choose('OFFLINE')} ?disabled=${me.state === 'OFFLINE'}>${t('presence.goOffline')}</button>
      </div>
    </div>`;
  }

  /** @param {import('../wire.d.ts').AgentView} me */
  #detail(me) {
    const since = duration((now() - Date.parse(me.since)) / 1000);
    if (me.wish) return `${since} · ${t('presence.wish', { reason: codeWord('pauseReason', me.wish).toLowerCase() })}`;
    return me.state === 'PAUSED' && me.reason ? `${codeWord('pauseReason', me.reason)} · ${since}` : since;
  }

  /** @param {import('../wire.d.ts').AgentView} me */
  #reasons(me) {
    return html`<p class="menu-name" id="pause-title">${t('presence.pauseFor')}</p>
      <div class="menu-grid" role="group" aria-labelledby="pause-title">${codesOf('pauseReason').map((reason) => html`
        <button aria-pressed=${me.state === 'PAUSED' && me.reason === reason} @click=${() => this.#choose('PAUSED', reason)}>
          ${codeWord('pauseReason', reason)}</button>`)}</div>`;
  }

  /** @param {import('../wire.d.ts').AgentView} me */
  #phoneChoice(me) {
    if (this.phones.length === 0) return nothing;
    return html`<fieldset class="segments"><legend>${t('phone.where')}</legend>
      ${this.phones.map((phone) => html`<button type="button" aria-pressed=${me.phone === phone.id}
        @click=${() => this.say('phone-chosen', phone.id)}>${t(`phone.kind.${phone.kind}`)}</button>`)}</fieldset>`;
  }

  /** @param {string} state @param {string} [reason] */
  #choose(state, reason) {
    /** @type {HTMLElement | null} */ (this.querySelector('[popover]'))?.hidePopover();
    this.say('presence', { state, reason });
  }
}
customElements.define('presence-menu', PresenceMenu);
