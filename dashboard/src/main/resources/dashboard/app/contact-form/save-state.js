/** Says in words where the typed text is: on the server, on its way, on this screen only, or in conflict. */
import { html, nothing } from '../../vendor/lit.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { clockTime, shortAge } from '../format.js';
import { codeWord, t } from '../words.js';

/** @type {Record<string, string>} field -> its code list */
const LISTS = {
  channel: 'contactChannel', callerKind: 'callerKind', kinds: 'contactKind', householdType: 'householdType', pets: 'pets',
  lastNight: 'lastNight', needs: 'need', discretion: 'discretion', language: 'language', nextStep: 'nextStep', result: 'contactResult',
};

export class SaveState extends HotlineElement {
  static properties = { file: { attribute: false }, state: {} };
  static ticks = true;

  constructor() {
    super();
    /** @type {import('../contact-file.js').ContactFile | null} */
    this.file = null;
    this.state = 'SAVED';
  }

  render() {
    const { file } = this;
    if (!file) return nothing;
    if (file.conflicts.length > 0) return this.#conflicts(file);
    if (file.state === 'KEPT_HERE') return html`<span class="chip old" role="status"><b aria-hidden="true">▲</b> ${t('save.keptHere')}</span>`;
    if (file.state !== 'SAVED') return html`<span class="soft">${t('save.typing')}</span>`;
    if (!file.savedAt) return html`<span class="soft">${t('save.opened', { time: clockTime(file.server.openedAt) })}</span>`;
    return html`<span class="soft"><span class="ok" aria-hidden="true">✓</span> ${t('save.saved', { age: shortAge(file.savedAt, now()) })}</span>`;
  }

  /** @param {import('../contact-file.js').ContactFile} file */
  #conflicts(file) {
    return html`<div class="conflict" role="alert">
      <p><b>${t('save.conflict')}</b></p>
      ${file.conflicts.map(({ field, mine, theirs }) => html`<div class="conflict-row">
        <span class="label">${t(`field.${field}`)}</span>
        <button type="button" @click=${() => file.settle(field, 'MINE')}>${t('save.mine', { value: this.#word(field, mine) })}</button>
        <button type="button" @click=${() => file.settle(field, 'THEIRS')}>${t('save.theirs', { value: this.#word(field, theirs) })}</button>
      </div>`)}</div>`;
  }

  /** @param {string} field @param {unknown} value @returns {string} */
  #word(field, value) {
    if (Array.isArray(value)) return value.map((each) => this.#word(field, each)).join(', ') || t('common.nothing');
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
    if (value === null || value === '' || value === undefined) return t('common.nothing');
    return LISTS[field] ? codeWord(LISTS[field], String(value)) : String(value);
  }
}
customElements.define('save-state', SaveState);
