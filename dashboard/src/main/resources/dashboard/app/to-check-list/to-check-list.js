/** Who is past the agreed hour without a word, the longest first: call the site, then the household once, and decide. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { api } from '../api.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { age, clockTime, share } from '../format.js';
import { movePlacement, problemCode } from '../placement-moves.js';
import { turnLine } from '../turn-line.js';
import { codeWord, problemWord, t } from '../words.js';

const READ_EVERY_MILLIS = 15_000;
const LATER_MINUTES = 60;

/** @typedef {{placement: import('../wire.d.ts').PlacementView, sitePhone: string, contactId: string}} ToCheck */

export class ToCheckList extends HotlineElement {
  static properties = { session: { attribute: false }, list: { state: true }, waiting: { state: true }, figures: { state: true }, failed: { state: true }, busy: { state: true }, problem: { state: true } };
  static ticks = true;

  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  constructor() {
    super();
    /** @type {{asOf: string, placements: ToCheck[]} | null} */
    this.list = null;
    /** @type {import('../wire.d.ts').WaitingTurn[]} */
    this.waiting = [];
    /** What became of tonight's promises until now. @type {import('../wire.d.ts').NightFigures | null} */
    this.figures = null;
    this.failed = false;
    this.busy = '';
    this.problem = '';
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#read();
    this.#timer = setInterval(() => void this.#read(), READ_EVERY_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  async #read() {
    try {
      const [list, waiting, night] = await Promise.all([api('GET', '/api/placements/to-check'), api('GET', '/api/requests/waiting'), api('GET', '/api/placements/figures')]);
      this.list = list;
      this.waiting = waiting.waiting;
      this.figures = night.figures;
      this.failed = false;
    } catch (problem) {
      if (problemCode(problem) === 'SIGNED_OUT') this.say('signed-out');
      this.failed = true;
    }
  }

  /** @param {string} placementId @param {string} move @param {Record<string, string>} [more] */
  async #decide(placementId, move, more) {
    if (this.busy) return;
    this.busy = placementId;
    this.problem = '';
    try {
      await movePlacement(placementId, move, more);
    } catch (problem) {
      this.problem = problemCode(problem);
    }
    this.busy = '';
    await this.#read();
  }

  render() {
    const { list } = this;
    if (!list) return html`<p class="soft" role="status">${t(this.failed ? 'app.noAnswer' : 'expected.loading')}</p>`;
    return html`<section class="expected" aria-labelledby="check-title">
      <div class="page-line"><h2 id="check-title">${t('check.title')}</h2>
        <small class=${this.failed ? 'problem' : 'soft'}>${t(this.failed ? 'expected.stale' : 'expected.asOf', { time: clockTime(list.asOf) })}</small></div>
      <p class="soft">${t('check.howTo')}</p>
      <p class="problem" role="alert">${this.problem ? problemWord(this.problem) : nothing}</p>
      ${list.placements.length === 0 ? html`<p class="empty">${t('check.none')}</p>` : nothing}
      <ul>${repeat(list.placements, (each) => each.placement.placementId, (each) => this.#row(each))}</ul>
      ${this.figures ? this.#night(this.figures) : nothing}
    </section>
    <section class="expected" aria-labelledby="waiting-title"><h2 id="waiting-title">${t('waiting.title')}</h2>
      ${this.waiting.length === 0 ? html`<p class="empty">${t('waiting.none')}</p>` : html`<ol>${repeat(this.waiting, (turn) => turn.requestId, (turn) => html`<li class="guest"><div class="guest-who"><b class="code">${turn.fileCode}</b>
        <span>${t('expected.people', { n: turn.persons })}</span><small>${codeWord('householdType', turn.householdType)} · ${turnLine(turn.why)}</small></div></li>`)}</ol>`}
    </section>`;
  }

  /** Each figure with how it is counted. @param {import('../wire.d.ts').NightFigures} figures */
  #night({ came, didNotCome, toCheck, placesBack, placesGivenAgain }) {
    return html`<dl class="night-figures" aria-label=${t('night.title')}>
      <div><dt>${t('night.noShow')}</dt><dd><b>${share(didNotCome, came + didNotCome)}</b> <small>${t('night.noShowHow', { n: didNotCome, of: came + didNotCome, open: toCheck })}</small></dd></div>
      <div><dt>${t('night.again')}</dt><dd><b>${share(placesGivenAgain, placesBack)}</b> <small>${t('night.againHow', { n: placesGivenAgain, of: placesBack })}</small></dd></div>
    </dl>`;
  }

  /** @param {ToCheck} each */
  #row({ placement, sitePhone }) {
    const { placementId, fileCode, persons, householdType, siteName, groupName, arriveBefore } = placement;
    const button = (/** @type {string} */ move, /** @type {string} */ word, more = () => ({})) => html`<button class="big" aria-label="${word}, ${t('expected.row', { code: fileCode })}"
      ?disabled=${this.busy !== ''} @click=${() => this.#decide(placementId, move, more())}>${word}</button>`;
    return html`<li class="guest check-row" aria-label=${t('expected.row', { code: fileCode })}>
      <div class="guest-who"><b class="code">${fileCode}</b> <span>${t('expected.people', { n: persons })}</span> <span>${siteName}, ${groupName}</span>
        <small>${codeWord('householdType', householdType)}</small>
        <span class="chip old">${t('check.late', { time: clockTime(arriveBefore), age: age(arriveBefore, now()) })}</span></div>
      <p>${sitePhone ? html`<a href="tel:${sitePhone.replace(/\s/g, '')}">${t('check.callSite', { phone: sitePhone })}</a>` : t('check.noPhone')}</p>
      <div class="ticks">${button('ARRIVED', t('check.came'))}${button('DID_NOT_COME', t('check.notCome'))}
        ${button('COMES_LATER', t('check.later'), () => ({ arriveBefore: new Date(now() + LATER_MINUTES * 60_000).toISOString() }))}</div>
    </li>`;
  }
}
customElements.define('to-check-list', ToCheckList);
