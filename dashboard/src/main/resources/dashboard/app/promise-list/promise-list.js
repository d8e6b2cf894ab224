/** Left: the callbacks that are owed, the next one first, each with its age. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { clockTime, shortAge } from '../format.js';
import { promiseAnswers, promiseState } from '../promise-line.js';
import { t } from '../words.js';

const SHOWN_MAX = 12;

export class PromiseList extends HotlineElement {
  static properties = { promises: { attribute: false } };
  static ticks = true;

  constructor() {
    super();
    /** @type {import('../wire.d.ts').PromiseView[] | null} null: not known yet */
    this.promises = null;
  }

  render() {
    const owed = this.promises;
    if (owed === null) return nothing;
    return html`
      <h2>${t('promise.title', { n: owed.length })}</h2>
      ${owed.length === 0 ? html`<p class="empty">${t('promise.none')}</p>` : nothing}
      <ol class="promises">${repeat(owed.slice(0, SHOWN_MAX), (promise) => promise.callbackId, (promise) => this.#promise(promise))}</ol>
      ${owed.length > SHOWN_MAX ? html`<p class="empty">${t('list.andMore', { n: owed.length - SHOWN_MAX })}</p>` : nothing}`;
  }

  /** @param {import('../wire.d.ts').PromiseView} promise */
  #promise(promise) {
    const late = Date.parse(promise.dueBy) < now();
    return html`<li class="promise" data-late=${late}>
      <span class="item-line"><b>${promise.maskedNumber ?? t('caller.withheld')}</b><span class="chip ${late ? 'old' : ''}">${shortAge(promise.keptRankAt, now())}</span></span>
      <small>${promiseState(promise)} · ${t(late ? 'promise.late' : 'promise.before', { time: clockTime(promise.dueBy) })} · ${t('promise.code', { code: promise.code })}</small>
      ${this.#answers(promise)}
      <button class="quiet" ?disabled=${promise.status !== 'QUEUED'} @click=${() => this.say('promise-said', { id: promise.callbackId, what: 'cancel' })}>${t('promise.cancel')}</button>
    </li>`;
  }

  /** @param {import('../wire.d.ts').PromiseView} promise */
  #answers(promise) {
    const said = promiseAnswers(promise);
    return said ? html`<small>${said}</small>` : nothing;
  }
}
customElements.define('promise-list', PromiseList);
