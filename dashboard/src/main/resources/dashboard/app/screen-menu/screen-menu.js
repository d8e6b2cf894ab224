/** Language, theme, keys, and the way out: what concerns the screen and not the work. */
import { html, nothing } from '../../vendor/lit.js';
import { HotlineElement } from '../element.js';
import { shortcutsOn } from '../keys.js';
import { microphones } from '../microphone.js';
import { applyTheme, settings } from '../settings.js';
import { chooseLanguage, language, t } from '../words.js';

const COORDINATES = new Set(['COORDINATOR', 'SUPERVISOR', 'ADMIN']);
const SUPERVISES = new Set(['SUPERVISOR', 'ADMIN']);

export class ScreenMenu extends HotlineElement {
  static properties = { forRole: { attribute: false }, signedIn: { type: Boolean }, name: {}, devices: { state: true } };

  constructor() {
    super();
    this.signedIn = false;
    this.name = '';
    /** Whose menu it is; some pages are not for everybody. @type {string} */
    this.forRole = '';
    /** @type {MediaDeviceInfo[]} */
    this.devices = [];
  }

  /** @param {ToggleEvent} event */
  async #toggled(event) {
    if (event.newState === 'open' && this.signedIn) this.devices = await microphones();
  }

  /** @param {string} theme */
  #theme(theme) {
    settings.write('theme', theme);
    applyTheme();
    this.requestUpdate();
  }

  #shortcuts() {
    settings.write('shortcuts', shortcutsOn() ? 'off' : 'on');
    this.requestUpdate();
    this.say('shortcuts-changed');
  }

  render() {
    return html`
      <button class="quiet" popovertarget="screen-menu" aria-label=${t('menu.open')}>
        <span aria-hidden="true" class="menu-lines">☰</span>
      </button>
      <div id="screen-menu" popover class="menu" @toggle=${this.#toggled}>
        ${this.name ? html`<p class="menu-name">${this.name}</p>` : nothing}
        ${this.#choice('menu.language', language(), { fr: 'Français', en: 'English' }, (/** @type {any} */ lang) => chooseLanguage(lang))}
        ${this.#choice('menu.theme', settings.read('theme') ?? 'auto',
          { auto: t('theme.auto'), light: t('theme.light'), dark: t('theme.dark') }, (theme) => this.#theme(theme))}
        ${this.signedIn ? this.#ownWork() : nothing}
      </div>`;
  }

  #ownWork() {
    return html`
      ${this.devices.length > 1 ? this.#microphone() : nothing}
      <label class="check"><input type="checkbox" .checked=${shortcutsOn()} @change=${this.#shortcuts} /> ${t('menu.shortcuts')}</label>
      <nav class="menu-links" aria-label=${t('menu.pages')}>
        <a href="/">${t('page.desk.title')}</a><a href="/places">${t('page.places.title')}</a>
        ${this.forRole === 'PLACE_MANAGER' ? nothing : html`<a href="/appointments">${t('page.appointments.title')}</a><a href="/handover">${t('page.handover.title')}</a><a href="/wallboard">${t('page.wallboard.title')}</a>`}
        ${COORDINATES.has(this.forRole) ? html`<a href="/coordination">${t('page.coordination.title')}</a>` : nothing}
        ${SUPERVISES.has(this.forRole) ? html`<a href="/reports">${t('page.reports.title')}</a>` : nothing}
        <a href="/messages">${t('page.messages.title')}</a><a href="/lines">${t('page.lines.title')}</a><a href="/appel">${t('page.caller.title')}</a>
      </nav>
      <button @click=${() => this.say('show-guide')}>${t('menu.guide')}</button>
      <button @click=${() => this.say('sign-out')}>${t('menu.signOut')}</button>`;
  }

  #microphone() {
    const chosen = settings.read('microphone') ?? 'default';
    return html`<label for="menu-microphone">${t('menu.microphone')}</label>
      <select id="menu-microphone" @change=${(/** @type {any} */ event) => settings.write('microphone', event.target.value)}>
        ${this.devices.map((device) => html`
          <option value=${device.deviceId} ?selected=${device.deviceId === chosen}>${device.label || t('menu.microphone')}</option>`)}
      </select>`;
  }

  /** @param {string} title @param {string} chosen @param {Record<string, string>} choices @param {(value: string) => void} choose */
  #choice(title, chosen, choices, choose) {
    return html`<fieldset class="segments"><legend>${t(title)}</legend>
      ${Object.entries(choices).map(([value, word]) => html`
        <button type="button" aria-pressed=${value === chosen} @click=${() => choose(value)}>${word}</button>`)}
    </fieldset>`;
  }
}
customElements.define('screen-menu', ScreenMenu);
