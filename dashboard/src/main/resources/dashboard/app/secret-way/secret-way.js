/** Who must be driven to a secret place: the address opens for whoever sends the driver, on record, and closes again. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { api } from '../api.js';
import { KeptList } from '../kept.js';
import { codeWord, t } from '../words.js';

/** @typedef {import('../wire.d.ts').PlacementView} PlacementView */

/** @extends {KeptList<{placements: PlacementView[]}>} */
export class SecretWay extends KeptList {
  static path = '/api/placements/secret';
  static properties = { opened: { state: true } };

  constructor() {
    super();
    /** The one address on the screen. @type {{placementId: string, address: string, commune: string, phone: string} | null} */
    this.opened = null;
  }

  /** @param {PlacementView} placement @param {'TAXI' | 'OUTREACH'} driver */
  #open({ placementId }, driver) {
    return this.act(async () => {
      this.opened = { placementId, ...(await api('POST', `/api/placements/${placementId}/address`, { driver })) };
    }, t('secret.opened'));
  }

  #close() {
    this.opened = null;
    this.said = '';
  }

  render() {
    const placements = this.items?.placements ?? [];
    if (placements.length === 0) return nothing;
    return html`<section class="expected" aria-labelledby="secret-title"><h2 id="secret-title">${t('secret.title')}</h2>
      <p class="soft">${t('secret.howTo')}</p>
      <p role="status" class=${this.problem ? 'problem' : 'soft'}>${this.problem || this.said}</p>
      <ul>${repeat(placements, (each) => each.placementId, (each) => this.#row(each))}</ul>
    </section>`;
  }

  /** @param {PlacementView} each */
  #row(each) {
    const { opened } = this;
    const button = (/** @type {'TAXI' | 'OUTREACH'} */ driver) => html`<button class="big" ?disabled=${this.busy}
      aria-label="${codeWord('driver', driver)}, ${t('expected.row', { code: each.fileCode })}" @click=${() => this.#open(each, driver)}>${codeWord('driver', driver)}</button>`;
    return html`<li class="guest"><div class="guest-who"><b class="code">${each.fileCode}</b>
        <span>${t('expected.people', { n: each.persons })}</span> <span>${each.siteName}</span></div>
      ${opened?.placementId === each.placementId
        ? html`<p><b>${opened.address}, ${opened.commune}</b> ${opened.phone}</p><div class="ticks"><button class="big" @click=${() => this.#close()}>${t('secret.close')}</button></div>`
        : html`<div class="ticks">${button('TAXI')}${button('OUTREACH')}</div>`}</li>`;
  }
}
customElements.define('secret-way', SecretWay);
