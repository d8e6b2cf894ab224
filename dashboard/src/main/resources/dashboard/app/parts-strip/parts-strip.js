/** One line that is always there: the queue with its age, and which parts answer. Trouble is told here, in words, and nothing moves. */
import { html, nothing } from '../../vendor/lit.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { age, clockTime, duration } from '../format.js';
import { t } from '../words.js';

export class PartsStrip extends HotlineElement {
  static properties = {
    queue: { attribute: false }, parts: { attribute: false }, link: {}, cutSince: {}, boardLostAt: {}, showQueue: { type: Boolean },
  };
  static ticks = true;

  constructor() {
    super();
    /** @type {import('../wire.d.ts').QueueView | null} */
    this.queue = null;
    /** @type {import('../wire.d.ts').Parts | null} */
    this.parts = null;
    this.link = 'CONNECTING';
    /** @type {string | null} */
    this.cutSince = null;
    /** @type {string | null} */
    this.boardLostAt = null;
    this.showQueue = true;
  }

  render() {
    return html`<section class="strip" data-cut=${this.link === 'CUT'} aria-label=${t('parts.title')}>
      ${this.showQueue ? this.#queueFigures() : nothing}
      <span class="grow"></span>
      <span class="strip-parts" role="status">${this.link === 'CUT' ? this.#cut() : this.#eachPart()}</span>
    </section>`;
  }

  #queueFigures() {
    const { queue } = this;
    if (!queue) return html`<span class="soft">${t('queue.loading')}</span>`;
    const old = this.link !== 'LIVE' || this.parts?.telephone === 'DOWN';
    const longest = queue.longestWaitSince ? duration((now() - Date.parse(queue.longestWaitSince)) / 1000) : t('queue.noWait');
    return html`<span class="queue" aria-label=${t('queue.title')} role="group">
      <span><b class="figure">${queue.waiting}</b> ${t('queue.waiting')}</span>
      <span>${t('queue.longest')} <b class="figure wide">${longest}</b></span>
      <span><b class="figure">${queue.agentsReady}</b> ${t('queue.ready')}</span>
      <span><b class="figure">${queue.agentsTalking}</b> ${t('queue.talking')}</span>
      <span class=${old ? 'chip old' : 'soft'}>${old ? t('queue.asOf', { time: clockTime(queue.asOf) }) : t('queue.live')}</span>
    </span>`;
  }

  #cut() {
    const since = this.cutSince ? age(this.cutSince, now()) : '';
    return html`<span class="chip old"><b aria-hidden="true">▲</b> ${t('parts.cut', { since })}</span>`;
  }

  #eachPart() {
    if (!this.parts) return html`<span class="soft">${t('parts.connecting')}</span>`;
    const time = this.boardLostAt ? clockTime(this.boardLostAt) : '';
    return html`${this.#part('telephone')}${this.#part('board', time)}${this.#part('records')}${this.parts.texts === 'DOWN' ? this.#part('texts') : nothing}`;
  }

  /** @param {'telephone' | 'board' | 'records' | 'texts'} part @param {string} [time] */
  #part(part, time = '') {
    if (this.parts?.[part] === 'UP') {
      return html`<span class="service-part"><span class="ok" aria-hidden="true">✓</span> ${t(`parts.${part}.UP`)}</span>`;
    }
    return html`<span class="chip old"><b aria-hidden="true">▲</b> ${t(`parts.${part}.DOWN`, { time })}</span>`;
  }
}
customElements.define('parts-strip', PartsStrip);
