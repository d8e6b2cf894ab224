/** The copy sheet: what must be typed into SI-SIAO, field by field, each ready to paste. */
import { html, nothing } from '../../vendor/lit.js';
import { HotlineElement } from '../element.js';
import { siaoFields, siaoText } from '../siao.js';
import { t } from '../words.js';

export class SiaoSheet extends HotlineElement {
  static properties = { contact: { attribute: false }, person: { attribute: false }, copied: { state: true }, shown: { state: true } };

  constructor() {
    super();
    /** @type {import('../wire.d.ts').Contact | null} */
    this.contact = null;
    /** @type {import('../wire.d.ts').Person | null} */
    this.person = null;
    this.copied = '';
    /** Filled only while it is open: the desk draws itself anew with every key and every live message. */
    this.shown = false;
  }

  async open() {
    this.copied = '';
    this.shown = true;
    await this.updateComplete;
    /** @type {HTMLDialogElement | null} */ (this.querySelector('dialog'))?.showModal();
  }

  render() {
    const { contact } = this;
    if (!contact) return nothing;
    return html`<dialog class="siao-sheet" aria-labelledby="siao-title" @close=${() => (this.shown = false)}>${this.shown ? this.#sheet(contact) : nothing}</dialog>`;
  }

  /** @param {import('../wire.d.ts').Contact} contact */
  #sheet(contact) {
    const fields = siaoFields(contact, this.person);
    return html`<div class="person-head"><h2 id="siao-title">${t('siao.title')}</h2><span class="grow"></span>
        <button class="main" @click=${() => this.#copy(siaoText(fields), t('siao.everything'))}>${t('siao.copyAll')}</button>
        <form method="dialog"><button>${t('common.close')}</button></form></div>
      <p class="soft" role="status">${this.copied || t('siao.hint')}</p>
      <dl>${fields.map(({ field, value }) => this.#row(t(`siao.${field}`), value))}</dl>`;
  }

  /** @param {string} label @param {string} value */
  #row(label, value) {
    return html`<div><dt>${label}</dt><dd>${value || html`<span class="soft">${t('siao.notSaid')}</span>`}</dd>
      <dd>${value === '' ? nothing : html`<button aria-label=${t('siao.copyOne', { field: label })} @click=${() => this.#copy(value, label)}>${t('siao.copy')}</button>`}</dd></div>`;
  }

  /** @param {string} text @param {string} what */
  async #copy(text, what) {
    try {
      await navigator.clipboard.writeText(text);
      this.copied = t('siao.copied', { what });
    } catch {
      this.copied = t('siao.notCopied');
    }
  }
}
customElements.define('siao-sheet', SiaoSheet);
