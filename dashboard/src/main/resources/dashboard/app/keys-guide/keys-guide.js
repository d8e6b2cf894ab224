/** The guide to the keys, one key away. */
import { html } from '../../vendor/lit.js';
import { HotlineElement } from '../element.js';
import { SHORTCUTS, shortcutsOn } from '../keys.js';
import { t } from '../words.js';

export class KeysGuide extends HotlineElement {
  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
  }

  open() {
    this.requestUpdate();
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  render() {
    return html`<dialog aria-labelledby="guide-title" closedby="any">
      <h2 id="guide-title">${t('guide.title')}</h2>
      ${shortcutsOn() ? '' : html`<p class="chip old">${t('guide.off')}</p>`}
      <dl class="keys">${SHORTCUTS.map((shortcut) => html`
        <div><dt><kbd>Ctrl</kbd> <kbd>⇧</kbd> <kbd>${shortcut.shown}</kbd></dt><dd>${t(`guide.${shortcut.name}`)}</dd></div>`)}
        <div><dt><kbd>?</kbd></dt><dd>${t('guide.question')}</dd></div>
        <div><dt><kbd>${t('guide.tabKey')}</kbd></dt><dd>${t('guide.tab')}</dd></div>
        <div><dt><kbd>${t('guide.escapeKey')}</kbd></dt><dd>${t('guide.escape')}</dd></div>
      </dl>
      <form method="dialog"><button class="main">${t('common.close')}</button></form>
    </dialog>`;
  }
}
customElements.define('keys-guide', KeysGuide);
