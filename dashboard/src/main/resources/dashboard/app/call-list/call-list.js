/** Left: the call, the places that are kept, the contacts still to finish. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { countdown, dayAndTime, elapsed } from '../format.js';
import { answeredLine, todayLine } from '../why-now.js';
import { codeWord, t } from '../words.js';

const SHOWN_MAX = 30;

export class CallList extends HotlineElement {
  static properties = {
    card: { attribute: false }, contacts: { attribute: false }, holds: { attribute: false }, groups: { attribute: false },
    openId: {}, loaded: { type: Boolean },
  };
  static ticks = true;

  constructor() {
    super();
    /** @type {import('../wire.d.ts').Card | null} */
    this.card = null;
    /** @type {import('../wire.d.ts').ContactSummary[]} */
    this.contacts = [];
    /** @type {import('../wire.d.ts').HoldView[]} */
    this.holds = [];
    /** @type {import('../live-collection.js').LiveCollection<import('../wire.d.ts').GroupView> | null} */
    this.groups = null;
    this.openId = '';
    this.loaded = false;
  }

  render() {
    return html`
      <h2>${t('list.now')}</h2>
      ${this.card ? this.#call(this.card) : html`<p class="empty">${t(this.loaded ? 'list.noCall' : 'app.loading')}</p>`}
      ${this.holds.length > 0 ? html`<h2>${t('list.holds')}</h2>${this.holds.map((hold) => this.#hold(hold))}` : nothing}
      <h2>${t('list.toFinish')}</h2>
      ${this.#contactList()}
      <button class="wide-button" @click=${() => this.say('contact-new')}>${t('list.newContact')}</button>`;
  }

  /** @param {import('../wire.d.ts').Card} card */
  #call({ call, contactId, today }) {
    const answered = answeredLine(today);
    const running = call.state === 'TALKING' && call.answeredAt;
    return html`<button class="item now" data-state=${call.state} ?disabled=${!contactId}
      aria-current=${contactId !== null && contactId === this.openId} @click=${() => this.say('contact-open', contactId)}>
      <span class="item-line"><b>${call.maskedNumber ?? t('caller.withheld')}</b>
        <span class="call-figure">${running ? elapsed(now() - Date.parse(call.answeredAt ?? '')) : t(`call.state.${call.state}`)}</span></span>
      ${todayLine(today) ? html`<small>${todayLine(today)}</small>` : nothing}
      ${answered ? html`<small class="again">${answered}</small>` : nothing}
    </button>`;
  }

  /** @param {import('../wire.d.ts').HoldView} hold */
  #hold(hold) {
    return html`<button class="item held" @click=${() => this.say('place-show', hold.placeGroupId)}>
      <span class="item-line"><b>${this.groups?.item(hold.placeGroupId)?.siteName ?? hold.placeGroupId}</b>
        <span class="chip held">${countdown(hold.expiresAt, now())}</span></span>
      <small>${t('place.kept', { n: hold.places })}</small>
    </button>`;
  }

  #contactList() {
    const others = this.contacts.filter((contact) => contact.contactId !== this.card?.contactId);
    if (others.length === 0) return html`<p class="empty">${t(this.loaded ? 'list.nothingToFinish' : 'app.loading')}</p>`;
    return html`${repeat(others.slice(0, SHOWN_MAX), (contact) => contact.contactId, (contact) => this.#contact(contact))}
      ${others.length > SHOWN_MAX ? html`<p class="empty">${t('list.andMore', { n: others.length - SHOWN_MAX })}</p>` : nothing}`;
  }

  /** @param {import('../wire.d.ts').ContactSummary} contact */
  #contact(contact) {
    return html`<button class="item" aria-current=${contact.contactId === this.openId}
      @click=${() => this.say('contact-open', contact.contactId)}>
      <b>${t('list.contactOf', { when: dayAndTime(contact.openedAt, now()) })}</b>
      <small>${contact.maskedNumber ?? codeWord('contactChannel', contact.channel)} · ${contact.nextStep ? codeWord('nextStep', contact.nextStep) : t('list.nextStepMissing')}</small>
    </button>`;
  }
}
customElements.define('call-list', CallList);
