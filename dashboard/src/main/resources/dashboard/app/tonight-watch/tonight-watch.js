/** The evening on one page: figures that are not true, who has not answered, what came back, who is past the hour. */
import { html, nothing } from '../../vendor/lit.js';
import { HotlineElement } from '../element.js';
import { clockTime } from '../format.js';
import { LiveState, liveUrl } from '../live-state.js';
import { t } from '../words.js';
import '../board-alarms/board-alarms.js';
import '../freed-list/freed-list.js';
import '../freshness-list/freshness-list.js';
import '../to-check-list/to-check-list.js';

export class TonightWatch extends HotlineElement {
  static properties = { session: { attribute: false } };

  /** @type {LiveState | null} */
  #live = null;

  constructor() {
    super();
    /** @type {import('../wire.d.ts').Session} */
    this.session;
  }

  connectedCallback() {
    super.connectedCallback();
    const live = new LiveState(this.session, liveUrl());
    this.#live = live;
    live.addEventListener('change', () => this.requestUpdate());
    live.addEventListener('signedOut', () => this.say('signed-out'));
    live.start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#live?.stop();
  }

  render() {
    const cutSince = this.#live?.cutSince;
    return html`<div class="tonight">
      <div class="tonight-figures"><board-alarms></board-alarms><freshness-list></freshness-list></div>
      <div class="tonight-people">
        <section class="expected" aria-label=${t('freed.title')}>
          ${cutSince ? html`<p class="note old" role="status"><b aria-hidden="true">▲</b> ${t('tonight.cut', { time: clockTime(cutSince) })}</p>` : nothing}
          <freed-list watching .places=${this.#live?.freedPlaces ?? []}></freed-list></section>
        <to-check-list .session=${this.session}></to-check-list></div>
    </div>`;
  }
}
customElements.define('tonight-watch', TonightWatch);
