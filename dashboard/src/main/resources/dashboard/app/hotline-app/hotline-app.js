/** The door: asks who is signed in, shows the sign-in or the page that was asked for. */
import { html, nothing } from '../../vendor/lit.js';
import { Problem, api, useCsrf } from '../api.js';
import { HotlineElement } from '../element.js';
import { followHouseLists, readHouseLists } from '../follow-lists.js';
import { applyTheme } from '../settings.js';
import { announceLanguage, t } from '../words.js';
import '../sign-in-form/sign-in-form.js';

/** @type {Record<string, () => Promise<unknown>>} */
const PAGES = {
  desk: () => import('../desk-page/desk-page.js'),
  places: () => import('../place-page/place-page.js'),
  coordination: () => import('../coordination-page/coordination-page.js'),
  arrivals: () => import('../arrivals-page/arrivals-page.js'),
  appointments: () => import('../appointments-page/appointments-page.js'),
  handover: () => import('../handover-page/handover-page.js'),
  messages: () => import('../message-journal/message-journal.js'),
  lines: () => import('../lines-page/lines-page.js'),
  wallboard: () => import('../wall-page/wall-page.js'),
  reports: () => import('../reports-page/reports-page.js'),
};

export class HotlineApp extends HotlineElement {
  static properties = { page: {}, session: { state: true }, state: { state: true } };

  /** @type {(() => void) | null} */
  #stopFollowing = null;

  constructor() {
    super();
    this.page = 'desk';
    /** @type {import('../wire.d.ts').Session | null} */
    this.session = null;
    /** @type {'ASKING' | 'SIGNED_OUT' | 'SIGNED_IN' | 'NO_ANSWER'} */
    this.state = 'ASKING';
  }

  connectedCallback() {
    super.connectedCallback();
    applyTheme();
    announceLanguage();
    this.addEventListener('signed-in', (event) => void this.#enter(/** @type {CustomEvent} */ (event).detail));
    this.addEventListener('sign-out', () => void this.#leave());
    this.addEventListener('signed-out', () => (this.state = 'SIGNED_OUT'));
    void this.#ask();
  }

  async #ask() {
    try {
      await this.#enter(await api('GET', '/api/session'));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.state = problem.status === 401 ? 'SIGNED_OUT' : 'NO_ANSWER';
      if (this.state === 'NO_ANSWER') setTimeout(() => void this.#ask(), 3000);
    }
  }

  /** @param {import('../wire.d.ts').Session} session */
  async #enter(session) {
    useCsrf(session.csrf);
    await Promise.all([PAGES[this.page](), readHouseLists()]);
    this.#stopFollowing ??= followHouseLists();
    this.session = session;
    this.state = 'SIGNED_IN';
  }

  async #leave() {
    this.#stopFollowing?.();
    this.#stopFollowing = null;
    await api('DELETE', '/api/session').catch(() => {});
    this.session = null;
    this.state = 'SIGNED_OUT';
  }

  render() {
    document.title = t(`page.${this.page}.title`);
    if (this.state === 'SIGNED_OUT') return html`<sign-in-form></sign-in-form>`;
    if (this.state === 'SIGNED_IN') return this.#page();
    return html`<main class="waiting" aria-busy="true">
      <p class="soft" role="status">${t(this.state === 'NO_ANSWER' ? 'app.noAnswer' : 'app.loading')}</p>
    </main>`;
  }

  #page() {
    if (this.page === 'desk') return html`<desk-page .session=${this.session}></desk-page>`;
    if (this.page === 'places') return html`<place-page .session=${this.session}></place-page>`;
    if (this.page === 'coordination') return html`<coordination-page .session=${this.session}></coordination-page>`;
    if (this.page === 'arrivals') return html`<arrivals-page .session=${this.session}></arrivals-page>`;
    if (this.page === 'appointments') return html`<appointments-page .session=${this.session}></appointments-page>`;
    if (this.page === 'handover') return html`<handover-page .session=${this.session}></handover-page>`;
    if (this.page === 'messages') return html`<message-journal .session=${this.session}></message-journal>`;
    if (this.page === 'lines') return html`<lines-page .session=${this.session}></lines-page>`;
    if (this.page === 'wallboard') return html`<wall-page .session=${this.session}></wall-page>`;
    if (this.page === 'reports') return html`<reports-page .session=${this.session}></reports-page>`;
    return nothing;
  }
}
customElements.define('hotline-app', HotlineApp);
