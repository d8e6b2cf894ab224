/** Who came and who did not, for those who look after all sites. */
import { html } from '../../vendor/lit.js';
import { HotlineElement } from '../element.js';
import '../page-head/page-head.js';
import '../secret-way/secret-way.js';
import '../to-check-list/to-check-list.js';

export class ArrivalsPage extends HotlineElement {
  static properties = { session: { attribute: false } };

  constructor() {
    super();
    /** @type {import('../wire.d.ts').Session} */
    this.session;
  }

  render() {
    return html`<page-head page="arrivals" .session=${this.session}></page-head>
      <main id="main" class="page" tabindex="-1"><secret-way></secret-way><to-check-list .session=${this.session}></to-check-list></main>`;
  }
}
customElements.define('arrivals-page', ArrivalsPage);
