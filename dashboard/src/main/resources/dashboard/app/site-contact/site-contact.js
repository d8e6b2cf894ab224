/** How one site is asked for its figures, and the doors it has to say them: a code, a link for tonight, keys for its software. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { api } from '../api.js';
import { now } from '../clock.js';
import { age, clockTime, dayAndTime } from '../format.js';
import { KeptList } from '../kept.js';
import { t } from '../words.js';
import { askedForm, askedWish } from './asked-form.js';

/** @typedef {{channel: import('../wire.d.ts').SiteChannel, keys: import('../wire.d.ts').SiteKey[]}} Contact */

/** @extends {KeptList<Contact>} */
export class SiteContact extends KeptList {
  static properties = { siteId: { attribute: false }, shownOnce: { state: true } };

  constructor() {
    super();
    this.siteId = '';
    /** A secret that was just made. The server has only its hash, so it goes with this sheet. @type {{kind: 'code' | 'link' | 'key', text: string, until?: string} | null} */
    this.shownOnce = null;
  }

  get #path() {
    return `/api/sites/${this.siteId}`;
  }

  /** @returns {Promise<Contact>} */
  async read() {
    const [channel, keys] = await Promise.all([api('GET', `${this.#path}/channel`), api('GET', `${this.#path}/keys`)]);
    return { channel, keys };
  }

  /** @param {Event} event */
  async #save(event) {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (this.querySelector('[name=number]'));
    if (await this.act(() => api('PUT', `${this.#path}/channel`, askedWish(this)), t('contact.saved'))) field.value = '';
    else if (this.fault === 'number') field.focus();
  }

  /** An answer that got lost leaves a door nobody knows the word of: one makes another, the lost one ends. @param {() => Promise<{kind: 'code' | 'link' | 'key', text: string, until?: string}>} making */
  #make(making) {
    return this.act(async () => {
      this.shownOnce = null;
      this.shownOnce = await making();
    });
  }

  /** @param {Event} event */
  async #makeKey(event) {
    event.preventDefault();
    const name = this.typed('keyName');
    const made = await this.#make(async () => ({ kind: 'key', text: (await api('POST', `${this.#path}/keys`, { name })).key }));
    const field = /** @type {HTMLInputElement} */ (this.querySelector('[name=keyName]'));
    if (made) field.value = '';
    else field.focus();
  }

  render() {
    if (!this.items) return html`<p role="status" class=${this.problem ? 'problem' : 'soft'} aria-busy=${this.problem === ''}>${this.problem || t('app.loading')}</p>`;
    const { channel } = this.items;
    return html`<div class="site-sheet">
      ${askedForm(channel, { busy: this.busy, fault: this.fault, title: t('contact.asked'), save: (event) => void this.#save(event) })}
      ${this.#doors(channel)}
      ${this.#keys(this.items.keys)}
      <p class="wide"><button @click=${() => this.say('sheet-closed')}>${t('common.close')}</button>
        <span role="status" class=${this.problem ? 'problem' : 'soft'}>${this.problem || this.said}</span></p></div>`;
  }

  /** @param {import('../wire.d.ts').SiteChannel} channel */
  #doors(channel) {
    return html`<section aria-label="${t('contact.doors')}, ${channel.siteName}"><h3>${t('contact.doors')}</h3>
      <p>${t('contact.code')} ${channel.hasCode ? html`<span class="chip free"><b aria-hidden="true">✓</b> ${t('contact.hasCode')}</span>` : html`<span class="chip">${t('contact.noCode')}</span>`}<small>${t('contact.codeHint')}${channel.hasCode ? ` ${t('contact.codeEnds')}` : ''}</small></p>
      <button ?disabled=${this.busy} @click=${() => this.#make(async () => ({ kind: 'code', text: (await api('POST', `${this.#path}/code`, {})).code }))}>${t(channel.hasCode ? 'contact.replaceCode' : 'contact.giveCode')}</button>
      ${this.#once('code')}
      <p>${t('contact.link')}<small>${t('contact.linkHint')}</small></p>
      <button ?disabled=${this.busy} @click=${() => this.#make(async () => { const { address, expiresAt } = await api('POST', `${this.#path}/link`, {}); return { kind: 'link', text: address, until: expiresAt }; })}>${t('contact.makeLink')}</button>
      ${this.#once('link')}</section>`;
  }

  /** @param {import('../wire.d.ts').SiteKey[]} keys */
  #keys(keys) {
    const living = keys.filter((key) => !key.revokedAt);
    return html`<section aria-label=${t('contact.keys')}><h3>${t('contact.keys')}</h3>
      ${living.length === 0 ? html`<p class="empty">${t('contact.noKeys')}</p>` : nothing}
      <ul>${repeat(living, (key) => key.keyId, (key) => html`<li><span><b>${key.name}</b><small>${t('contact.keyMade', { when: dayAndTime(key.madeAt, now()) })} · ${key.lastUsedAt ? t('contact.keyUsed', { age: age(key.lastUsedAt, now()) }) : t('contact.keyUnused')}</small></span>
        <button ?disabled=${this.busy} aria-label="${t('contact.revoke')}, ${key.name}" @click=${() => this.act(() => api('DELETE', `${this.#path}/keys/${key.keyId}`), t('contact.revoked'))}>${t('contact.revoke')}</button></li>`)}</ul>
      <form @submit=${(/** @type {Event} */ event) => this.#makeKey(event)} novalidate>
        <div><label for="contact-key">${t('contact.keyName')}</label><input id="contact-key" name="keyName" maxlength="60" autocomplete="off" aria-invalid=${this.fault === 'name'} /></div>
        <button ?disabled=${this.busy}>${t('contact.makeKey')}</button></form>
      ${this.#once('key')}</section>`;
  }

  /** @param {'code' | 'link' | 'key'} kind */
  #once(kind) {
    const made = this.shownOnce?.kind === kind ? this.shownOnce : null;
    return html`<div role="status" class="once">${made ? html`<output>${made.text}</output>
      <button type="button" @click=${() => void navigator.clipboard?.writeText(made.text).then(() => (this.said = t('contact.copied')), () => {})}>${t('contact.copy')}</button>
      <small>${made.until ? t('contact.onceUntil', { time: clockTime(made.until) }) : t('contact.once')}</small>` : nothing}</div>`;
  }
}
customElements.define('site-contact', SiteContact);
