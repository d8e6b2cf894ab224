/** Where coordinators watch the evening and keep sites, closures, plans, files and rules. One section at a time, its name in the address. */
import { html, nothing } from '../../vendor/lit.js';
import { HotlineElement } from '../element.js';
import { t } from '../words.js';
import '../closure-list/closure-list.js';
import '../group-directory/group-directory.js';
import '../import-desk/import-desk.js';
import '../page-head/page-head.js';
import '../plan-list/plan-list.js';
import '../reference-lists/reference-lists.js';
import '../rule-choice/rule-choice.js';
import '../site-list/site-list.js';
import '../tonight-watch/tonight-watch.js';
import '../schedule-list/schedule-list.js';

/** Section -> what it shows. Other features add theirs here. @type {Record<string, (session: import('../wire.d.ts').Session) => import('../../vendor/lit.js').TemplateResult>} */
const SECTIONS = {
  tonight: (session) => html`<tonight-watch .session=${session}></tonight-watch>`,
  groups: () => html`<group-directory></group-directory>`,
  sites: () => html`<site-list></site-list>`,
  closures: () => html`<closure-list></closure-list>`,
  plans: () => html`<plan-list></plan-list>`,
  files: () => html`<import-desk></import-desk>`,
  schedules: () => html`<schedule-list></schedule-list>`,
  rules: () => html`<rule-choice></rule-choice>`,
  lists: () => html`<reference-lists></reference-lists>`,
};
const MAY = new Set(['COORDINATOR', 'SUPERVISOR', 'ADMIN']);

export class CoordinationPage extends HotlineElement {
  static properties = { session: { attribute: false }, section: { state: true } };

  #hashChanged = () => (this.section = location.hash.slice(1));

  constructor() {
    super();
    /** @type {import('../wire.d.ts').Session} */
    this.session;
    this.section = location.hash.slice(1);
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.#hashChanged);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#hashChanged);
  }

  render() {
    const shown = this.section in SECTIONS ? this.section : 'tonight';
    return html`<page-head page="coordination" .session=${this.session}></page-head>
      <main id="main" class="page" tabindex="-1">
        ${MAY.has(this.session.role)
          ? html`<nav class="sections" aria-label=${t('coordination.sections')}>${Object.keys(SECTIONS).map((name) => html`
              <a href="#${name}" aria-current=${name === shown ? 'true' : nothing}>${t(`coordination.${name}`)}</a>`)}</nav>
            ${SECTIONS[shown](this.session)}`
          : html`<p class="note old"><b aria-hidden="true">▲</b> ${t('coordination.notForYou')}</p>`}
      </main>`;
  }
}
customElements.define('coordination-page', CoordinationPage);
