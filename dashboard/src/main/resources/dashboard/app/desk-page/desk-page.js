/** The desk: call bar above, what calls on the left, the contact in the middle, the places on the right. It only connects. */
import { html, nothing } from '../../vendor/lit.js';
import { isRunning } from '../board-view.js';
import { now } from '../clock.js';
import { Desk } from '../desk.js';
import { HotlineElement } from '../element.js';
import { listenToKeys } from '../keys.js';
import { liveUrl } from '../live-link.js';
import { problemWord, t } from '../words.js';
import { DeskPhone } from './desk-phone.js';
import { deskKeys } from './desk-keys.js';
import { closingActions, placeActions, talkActions } from './desk-actions.js';
import '../call-bar/call-bar.js';
import '../call-list/call-list.js';
import '../caller-card/caller-card.js';
import '../contact-form/contact-form.js';
import '../freed-list/freed-list.js';
import '../keys-guide/keys-guide.js';
import '../parts-strip/parts-strip.js';
import '../place-board/place-board.js';
import '../presence-menu/presence-menu.js';
import '../promise-list/promise-list.js';
import '../screen-menu/screen-menu.js';
import '../text-alerts/text-alerts.js';
import '../who-panel/who-panel.js';
import './phone-question.js';

export class DeskPage extends HotlineElement {
  static properties = { session: { attribute: false } };

  /** @type {Desk} made when the page is shown */
  #desk = /** @type {any} */ (null);
  #phone = /** @type {DeskPhone} */ (/** @type {any} */ (null));
  #stamp = 0;
  /** @type {() => void} */
  #deafToKeys = () => {};

  constructor() {
    super();
    /** @type {import('../wire.d.ts').Session} */
    this.session;
  }

  connectedCallback() {
    super.connectedCallback();
    const desk = new Desk(this.session, liveUrl());
    const phone = new DeskPhone(desk);
    this.#desk = desk;
    this.#phone = phone;
    desk.addEventListener('change', () => this.#redraw());
    desk.addEventListener('signedOut', () => this.say('signed-out'));
    this.#actions();
    desk.start();
    this.#deafToKeys = listenToKeys(deskKeys(this, desk, phone, () => this.#guide(), (selector) => this.#show(selector)));
    addEventListener('pagehide', this.#leaving);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#desk.stop();
    void this.#phone.stop();
    this.#deafToKeys();
    removeEventListener('pagehide', this.#leaving);
  }

  #redraw() {
    this.#stamp++;
    this.#phone.follow();
    this.requestUpdate();
  }

  #leaving = () => void this.#desk.file?.save();

  #actions() {
    const desk = this.#desk;
    const phone = this.#phone;
    /** @type {Record<string, (detail: any) => unknown>} */
    const actions = {
      'call-answer': () => phone.softphone.answer(),
      'call-mute': () => phone.softphone.mute(),
      'call-hold': () => phone.softphone.hold(),
      'call-hang-up': () => phone.hangUp(),
      presence: ({ state, reason }) => desk.become(state, reason),
      'phone-chosen': (id) => desk.choosePhone(id),
      'contact-open': (id) => desk.act(() => desk.open(id)),
      'contact-new': () => desk.openInPerson(),
      ...closingActions(desk),
      ...talkActions(desk),
      'place-show': (id) => this.#show(`#place-${id}`),
      'show-guide': () => this.#guide(),
      'shortcuts-changed': () => this.#redraw(),
      ...placeActions(desk),
    };
    for (const [name, act] of Object.entries(actions)) {
      this.addEventListener(name, (event) => void act(/** @type {CustomEvent} */ (event).detail));
    }
  }

  #guide = () => /** @type {any} */ (this.querySelector('keys-guide')).open();

  /** Only ever after the agent asked for it. @param {string} selector */
  #show(selector) {
    const target = /** @type {HTMLElement | null} */ (this.querySelector(selector));
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
  }

  render() {
    const desk = this.#desk;
    const { softphone } = this.#phone;
    const file = desk.file;
    const cardIsOpen = desk.card !== null && (!file || desk.card.contactId === file.server.contactId || desk.card.call.state === 'RINGING');
    return html`
      <a class="skip" href="#contact">${t('skip.contact')}</a><a class="skip" href="#places">${t('skip.places')}</a>
      <header class="top">
        <h1 class="mark">115</h1>
        <call-bar .phone=${softphone} .talk=${softphone.call} .card=${desk.card} .line=${this.#phone.line}></call-bar>
        <span class="grow"></span>
        <presence-menu .me=${desk.me} .phones=${this.session.phones}></presence-menu>
        <screen-menu .signedIn=${true} .name=${this.session.displayName} .forRole=${this.session.role}></screen-menu>
      </header>
      <parts-strip .queue=${desk.queue} .parts=${desk.parts} .link=${desk.link} .cutSince=${desk.cutSince} .boardLostAt=${desk.boardLostAt}></parts-strip>
      <div role="alert" class="for-ears">${this.#phone.ringing ? t('call.incoming', { who: desk.card?.call.maskedNumber ?? t('caller.withheld') }) : nothing}</div>
      <div class="desk">
        <nav class="column left" aria-label=${t('list.title')}>
          <phone-question .me=${desk.me} .phones=${this.session.phones} .microphone=${this.#phone.microphone} .failure=${softphone.failure}></phone-question>
          <text-alerts .alerts=${desk.textAlerts}></text-alerts>
          <call-list .card=${desk.card} .contacts=${desk.contacts} .holds=${[...desk.holds.values()].filter((hold) => hold.agent === this.session.agent && isRunning(hold, now()))}
            .groups=${desk.groups} .openId=${file?.server.contactId ?? ''} .loaded=${desk.loaded}></call-list>
          <promise-list .promises=${desk.promises}></promise-list>
          <freed-list .places=${desk.freedPlaces}></freed-list>
        </nav>
        <main class="column middle" id="contact" tabindex="-1">
          <p class="problem-line" role="alert">${desk.problem ? problemWord(desk.problem.code) : nothing}</p>
          ${file || cardIsOpen ? html`<caller-card .me=${this.session.agent} .card=${cardIsOpen ? desk.card : null} .contact=${cardIsOpen && desk.card?.call.state === 'RINGING' ? null : file?.view ?? null}></caller-card><who-panel .contact=${file?.view ?? null} .contactId=${file && !file.server.closedAt ? file.server.contactId : ''}></who-panel>` : this.#nobody()}
          <contact-form .file=${file} .view=${file?.view ?? null} .state=${file?.state ?? ''} .missing=${desk.missing} .question=${desk.closing.question}></contact-form>
        </main>
        <aside class="column right" id="places" tabindex="0" aria-label=${t('board.title')}>
          <place-board .desk=${desk} .stamp=${this.#stamp}></place-board>
        </aside>
      </div>
      <keys-guide></keys-guide>`;
  }

  #nobody() {
    return html`<div class="nobody"><p><b>${t(this.#desk.loaded ? 'desk.empty' : 'app.loading')}</b></p><p class="soft">${t('desk.emptyHint')} <kbd>?</kbd></p></div>`;
  }
}
customElements.define('desk-page', DeskPage);
