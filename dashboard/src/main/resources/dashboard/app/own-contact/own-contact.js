/** How the 115 reaches one site for its figures, seen and changed by the site itself. */
import { html } from '../../vendor/lit.js';
import { api } from '../api.js';
import { KeptList } from '../kept.js';
import { askedForm, askedWish } from '../site-contact/asked-form.js';
import { codeWord, t } from '../words.js';

/** @extends {KeptList<import('../wire.d.ts').SiteChannel>} */
export class OwnContact extends KeptList {
  static properties = { siteId: { attribute: false }, open: { state: true } };

  constructor() {
    super();
    this.siteId = '';
    this.open = false;
  }

  get #path() {
    return `/api/sites/${this.siteId}/channel`;
  }

  /** @returns {Promise<import('../wire.d.ts').SiteChannel>} */
  read() {
    return api('GET', this.#path);
  }

  /** @param {Event} event */
  async #save(event) {
    event.preventDefault();
    const number = /** @type {HTMLInputElement} */ (this.querySelector('[name=number]'));
    if (await this.act(() => api('PUT', this.#path, askedWish(this)), t('contact.saved'))) number.value = '';
    else if (this.fault === 'number') number.focus();
  }

  render() {
    const { items } = this;
    if (!items) return html`<p class=${this.problem ? 'problem' : 'soft'} role="status">${this.problem || t('app.loading')}</p>`;
    return html`<section class="own-contact" aria-label="${t('ownContact.title')}, ${items.siteName}">
      <h2>${t('ownContact.title')} <small>${items.siteName}</small></h2>
      <p>${codeWord('ownContactBy', items.askBy)}${items.number ? html` <b>${items.number}</b>` : ''}</p>
      <button class="big" aria-expanded=${this.open} @click=${() => (this.open = !this.open)}>${t('ownContact.change')}</button>
      ${this.open ? askedForm(items, { busy: this.busy, fault: this.fault, title: t('ownContact.how'), words: 'ownContactBy', save: (event) => void this.#save(event) }) : ''}
      <p role="status" class=${this.problem ? 'problem' : 'soft'}>${this.problem || this.said}</p></section>`;
  }
}
customElements.define('own-contact', OwnContact);
