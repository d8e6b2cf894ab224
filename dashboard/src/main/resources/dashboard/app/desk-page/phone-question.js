/** Asked once at the start of a shift: where shall the telephone ring? And what to do when the microphone is not there. */
import { html, nothing } from '../../vendor/lit.js';
import { HotlineElement } from '../element.js';
import { t } from '../words.js';

export class PhoneQuestion extends HotlineElement {
  static properties = { me: { attribute: false }, phones: { attribute: false }, microphone: {}, failure: {} };

  constructor() {
    super();
    /** @type {import('../wire.d.ts').AgentView | null} */
    this.me = null;
    /** @type {import('../wire.d.ts').PhoneChoice[]} */
    this.phones = [];
    this.microphone = 'UNKNOWN';
    /** @type {string | null} */
    this.failure = null;
  }

  render() {
    if (this.me && !this.me.phone && this.phones.length > 0) return this.#question();
    if (this.microphone === 'DENIED' || this.failure === 'MICROPHONE') return html`<p class="note old" role="status"><b aria-hidden="true">▲</b> ${t('phone.denied')}</p>`;
    if (this.microphone === 'MISSING') return html`<p class="note old" role="status"><b aria-hidden="true">▲</b> ${t('phone.noMicrophone')}</p>`;
    return nothing;
  }

  #question() {
    return html`<div class="question" role="group" aria-labelledby="phone-question">
      <h2 id="phone-question">${t('phone.where')}</h2>
      ${this.phones.map((phone) => html`<button class=${phone.kind === 'BROWSER' ? 'main' : ''} @click=${() => this.say('phone-chosen', phone.id)}>
        ${t(`phone.kind.${phone.kind}`)}</button>`)}
      <p class="soft">${t('phone.whereHint')}</p></div>`;
  }
}
customElements.define('phone-question', PhoneQuestion);
