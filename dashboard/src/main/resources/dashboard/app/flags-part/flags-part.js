/** What makes a person vulnerable, for accounts that were given the right; shut until it is opened, shut again with the file. */
import { html, nothing } from '../../vendor/lit.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { Flags, flagRight } from '../flags.js';
import { dayAndTime } from '../format.js';
import { codeWord, codesOf, problemWord, t } from '../words.js';

export class FlagsPart extends HotlineElement {
  static properties = { personId: {}, contactId: {}, maySee: { state: true } };

  /** @type {Flags | null} */
  #flags = null;

  constructor() {
    super();
    this.personId = '';
    this.contactId = '';
    this.maySee = false;
  }

  connectedCallback() {
    super.connectedCallback();
    void flagRight().then(({ maySee }) => (this.maySee = maySee));
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has('personId') && !changed.has('contactId')) return;
    this.#flags = this.personId && this.contactId ? new Flags(this.personId, this.contactId) : null;
    this.#flags?.addEventListener('change', () => this.requestUpdate());
  }

  render() {
    const flags = this.#flags;
    if (!flags || !this.maySee) return nothing;
    return html`<section class="flags-part" aria-labelledby="flags-title"><h3 id="flags-title">${t('flags.title')}</h3>
      <p class="problem" role="status">${flags.problem ? problemWord(flags.problem.code) : nothing}</p>
      ${flags.shown ? this.#shown(flags.shown, flags) : html`<p class="soft">${t('flags.onRecord')}</p><button @click=${() => flags.open()}>${t('flags.open')}</button>`}
    </section>`;
  }

  /** @param {import('../wire.d.ts').ShownFlags} shown @param {Flags} flags */
  #shown(shown, flags) {
    const noted = new Set(shown.flags.map(({ code }) => code));
    return html`${shown.flags.length === 0 ? html`<p class="empty">${t('flags.none')}</p>` : html`<ul>${shown.flags.map((flag) => html`<li><b>${codeWord('vulnerability', flag.code)}</b>
        <span class="soft">${t('flags.noted', { when: dayAndTime(flag.notedAt, now()), by: flag.notedBy })}</span></li>`)}</ul>`}
      ${shown.mayWrite ? html`<fieldset class="chips"><legend>${t('flags.choose')}</legend>${codesOf('vulnerability').map((code) => html`
        <button type="button" class="toggle" aria-pressed=${noted.has(code)} @click=${() => flags.toggle(code)}>${codeWord('vulnerability', code)}</button>`)}</fieldset>` : nothing}`;
  }
}
customElements.define('flags-part', FlagsPart);
