/** The head of every page that is not the desk: where one is, and the way to the others. */
import { html, nothing } from '../../vendor/lit.js';
import { HotlineElement } from '../element.js';
import { t } from '../words.js';
import '../screen-menu/screen-menu.js';

const PAGES = { desk: '/', places: '/places', arrivals: '/arrivals', appointments: '/appointments', handover: '/handover', coordination: '/coordination', messages: '/messages', lines: '/lines', wallboard: '/wallboard', reports: '/reports', caller: '/appel' };
/** Who is of the hotline, and not of a shelter. */
const HOTLINE = ['LISTENER', 'COORDINATOR', 'SUPERVISOR', 'ADMIN'];
/** Pages that not everybody has. @type {Record<string, string[]>} */
const ONLY = { arrivals: HOTLINE, appointments: HOTLINE, handover: HOTLINE, coordination: ['COORDINATOR', 'SUPERVISOR', 'ADMIN'], wallboard: HOTLINE, reports: ['SUPERVISOR', 'ADMIN'] };

export class PageHead extends HotlineElement {
  static properties = { page: {}, session: { attribute: false } };

  constructor() {
    super();
    this.page = '';
    /** @type {import('../wire.d.ts').Session | null} */
    this.session = null;
  }

  render() {
    return html`<a class="skip" href="#main">${t('skip.main')}</a>
      <header class="top">
        <span class="mark">115</span>
        <h1>${t(`page.${this.page}.title`)}</h1>
        <span class="grow"></span>
        ${this.session ? html`<nav class="pages" aria-label=${t('menu.pages')}>${Object.entries(PAGES).filter(([page]) => !ONLY[page] || ONLY[page].includes(this.session?.role ?? '')).map(([page, path]) => html`
          <a href=${path} aria-current=${page === this.page ? 'page' : nothing}>${t(`page.${page}.title`)}</a>`)}</nav>` : nothing}
        <screen-menu .signedIn=${this.session !== null} .name=${this.session?.displayName ?? ''} .forRole=${this.session?.role ?? ''}></screen-menu>
      </header>`;
  }
}
customElements.define('page-head', PageHead);
