/** All sites, found by words; below the chosen one how it is asked for its figures and which doors it has. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { KeptList } from '../kept.js';
import { t } from '../words.js';
import '../site-contact/site-contact.js';

const SHOWN_AT_FIRST = 40;

/** @extends {KeptList<Array<Record<string, any>>>} */
export class SiteList extends KeptList {
  static properties = { search: { state: true }, chosen: { state: true }, shown: { state: true } };
  static path = '/api/directory';

  constructor() {
    super();
    this.search = '';
    /** The site whose sheet is open. */
    this.chosen = '';
    this.shown = SHOWN_AT_FIRST;
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener('sheet-closed', () => void this.#close());
  }

  async #close() {
    const last = this.chosen;
    this.chosen = '';
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector(`[data-open="${last}"]`))?.focus();
  }

  /** The directory has a line for each group; a site is shown once. */
  get #sites() {
    const sites = new Map((this.items ?? []).map((entry) => [entry.site, entry]));
    return [...sites.values()].sort((one, other) => one.siteName.localeCompare(other.siteName));
  }

  render() {
    const wanted = this.search.toLowerCase();
    const found = this.#sites.filter((site) => `${site.siteName} ${site.commune} ${site.organisation}`.toLowerCase().includes(wanted));
    return html`<div class="page-line"><h2>${t('coordination.sites')}</h2><span class="soft">${this.items ? t('sites.count', { n: found.length }) : nothing}</span></div>
      <p class="soft sites-lead">${t('sites.lead')}</p>
      <div class="filters" role="search"><input type="search" aria-label=${t('sites.search')} placeholder=${t('sites.search')} .value=${this.search} @input=${(/** @type {any} */ event) => (this.search = event.target.value)} /></div>
      <p role="status" class="problem">${this.problem}</p>
      ${this.items === null && !this.problem ? html`<p class="soft" aria-busy="true">${t('app.loading')}</p>` : nothing}
      <ul class="keep-rows">${repeat(found.slice(0, this.shown), (site) => site.site, (site) => this.#row(site))}</ul>
      ${this.items && found.length === 0 ? html`<p class="empty">${t('sites.noneFound')}</p>` : nothing}
      ${found.length > this.shown ? html`<button class="wide-button" @click=${() => (this.shown += SHOWN_AT_FIRST)}>${t('board.more', { n: found.length - this.shown })}</button>` : nothing}`;
  }

  /** @param {Record<string, any>} site */
  #row(site) {
    const open = this.chosen === site.site;
    return html`<li><div class="keep-row">
        <b>${site.siteName}</b>
        <span class="soft">${[site.organisation, site.addressIsSecret ? t('directory.secret') : site.commune].filter(Boolean).join(' · ')}${site.phone ? html` · <a href="tel:${site.phone.replaceAll(' ', '')}">${site.phone}</a>` : nothing}</span>
        <button data-open=${site.site} aria-expanded=${open} aria-label="${t('sites.open')}, ${site.siteName}" @click=${() => (this.chosen = open ? '' : site.site)}>${t('sites.open')}</button>
      </div>${open ? html`<site-contact .siteId=${site.site}></site-contact>` : nothing}</li>`;
  }
}
customElements.define('site-list', SiteList);
