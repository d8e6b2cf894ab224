/** The evening on one page: figures that are not true, who has not answered, what came back, who is past the hour. */
import { html, nothing } from '../../vendor/lit.js';
import { Problem, api } from '../api.js';
import { HotlineElement } from '../element.js';
import { clockTime } from '../format.js';
import { liveUrl } from '../live-link.js';
import { LiveState } from '../live-state.js';
import { t } from '../words.js';
import '../board-alarms/board-alarms.js';
import '../freed-list/freed-list.js';
import '../freshness-list/freshness-list.js';
import '../to-check-list/to-check-list.js';

/** Says also when a figure proved untrue, or was decided about. */
class EveningState extends LiveState {
  /** @param {import('../wire.d.ts').LiveMessage} message */
  hear(message) {
    super.hear(message);
    if (message.type === 'alarms') this.dispatchEvent(new Event('alarms'));
  }
}

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
    const live = new EveningState(this.session, liveUrl());
    live.addEventListener('alarms', () => void this.#alarms?.ask());
    this.#live = live;
    live.addEventListener('change', () => this.requestUpdate());
    live.addEventListener('signedOut', () => this.say('signed-out'));
    live.addEventListener('back', () => void this.#readFreed());
    live.start();
    void this.#readFreed();
  }

  /** The live line tells only what changes; a line that broke may have missed some. */
  async #readFreed() {
    const live = this.#live;
    try {
      const places = await api('GET', '/api/freed-places');
      if (live) live.freedPlaces = places;
      this.requestUpdate();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem; // the parts of the page say it in words
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#live?.stop();
  }

  get #alarms() {
    return /** @type {import('../board-alarms/board-alarms.js').BoardAlarms | null} */ (this.querySelector('board-alarms'));
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
