/** One line: open or closed, until when and why; and, for who decides, the switch and the cap. */
import { html, nothing } from '../../vendor/lit.js';
import { Problem, api, surely } from '../api.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { dayAndTime, duration } from '../format.js';
import { codeWord, problemWord, t } from '../words.js';

/** Minutes a line is opened or closed for; 0: until somebody decides otherwise. */
const SPANS = [30, 60, 120, 240, 0];
/** Later than any closure that ends by itself. */
const FOR_EVER = '2900';

export class LineSwitch extends HotlineElement {
  static properties = { line: { attribute: false }, decides: { attribute: false }, form: { state: true }, problem: { state: true }, busy: { state: true } };
  static ticks = true;

  constructor() {
    super();
    /** @type {import('../wire.d.ts').LineView} */
    this.line;
    this.decides = false;
    /** @type {'' | 'CLOSED' | 'OPENED' | 'BY_HOURS' | 'CAP_MOVED'} */
    this.form = '';
    this.problem = '';
    this.busy = false;
  }

  render() {
    const { line } = this;
    return html`<div class="line-head"><b>${line.name}</b><span class="soft">${line.numbers.join(' · ')}</span><span class="grow"></span>
        <span class="chip ${line.open ? 'free' : 'old'}"><b aria-hidden="true">${line.open ? '✓' : '▲'}</b> ${this.#state()}</span></div>
      <small class="soft">${line.decided ? html`« ${line.decided.reason} » ${line.decided.by} · ${dayAndTime(line.decided.at, now())}` : t(line.closedFrom ? 'lines.byHours' : 'lines.always')}
        ${line.cap === null ? nothing : html` · ${t('lines.cap', { n: line.cap })}`}${line.capMoved ? html` « ${line.capMoved.reason} » ${line.capMoved.by} · ${dayAndTime(line.capMoved.at, now())}` : nothing}</small>
      ${this.decides ? this.#actions() : nothing}
      <p class="problem" role="alert">${this.problem ? problemWord(this.problem) : ''}</p>`;
  }

  #state() {
    const { line } = this;
    if (!line.open) return line.closedUntil && line.closedUntil < FOR_EVER ? t('lines.closedUntil', { when: dayAndTime(line.closedUntil, now()) }) : t('lines.closed');
    return line.closedFrom ? t('lines.openUntil', { when: dayAndTime(line.closedFrom, now()) }) : t('lines.open');
  }

  #actions() {
    const { line } = this;
    const acts = line.kind === 'PUBLIC_115' ? ['CAP_MOVED'] : [line.open ? 'CLOSED' : 'OPENED', ...(line.decided ? ['BY_HOURS'] : []), 'CAP_MOVED'];
    return html`<div class="chips" role="group" aria-label=${line.name}>${acts.map((act) => html`
        <button class="toggle" aria-pressed=${this.form === act} @click=${() => this.#choose(/** @type {any} */ (act))}>${codeWord('lineWish', act)}</button>`)}</div>
      ${this.form ? this.#form() : nothing}`;
  }

  /** @param {'CLOSED' | 'OPENED' | 'BY_HOURS' | 'CAP_MOVED'} act */
  #choose(act) {
    this.form = this.form === act ? '' : act;
    this.problem = '';
  }

  #form() {
    const id = `line-${this.line.line}`;
    return html`<form class="line-form" @submit=${this.#send}>
      ${this.form === 'CLOSED' || this.form === 'OPENED' ? html`<div><label for="${id}-span">${t('lines.forHowLong')}</label>
        <select id="${id}-span" name="span">${SPANS.map((minutes) => html`<option value=${minutes}>${minutes ? duration(minutes * 60) : t('lines.noEnd')}</option>`)}</select></div>` : nothing}
      ${this.form === 'CAP_MOVED' ? html`<div><label for="${id}-cap">${t('lines.capLabel')}</label>
        <input id="${id}-cap" name="cap" type="number" min="0" max="10000" required .value=${String(this.line.cap ?? '')} /></div>` : nothing}
      <div class="wide"><label for="${id}-reason">${t('lines.reason')}</label><input id="${id}-reason" name="reason" maxlength="200" required /></div>
      <button class="main" ?disabled=${this.busy}>${codeWord('lineWish', this.form)}</button>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  async #send(event) {
    event.preventDefault();
    const fields = new FormData(/** @type {HTMLFormElement} */ (event.target));
    /** @type {Record<string, unknown>} */
    const body = { actId: crypto.randomUUID(), act: this.form, reason: String(fields.get('reason')).trim() };
    if (fields.has('cap')) body.cap = Number(fields.get('cap'));
    if (fields.has('span')) body.until = Number(fields.get('span')) ? new Date(now() + Number(fields.get('span')) * 60_000).toISOString() : null;
    this.busy = true;
    try {
      await surely(() => api('POST', `/api/lines/${this.line.line}/acts`, body));
      this.form = '';
      this.problem = '';
      this.say('line-decided');
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem.code;
    } finally {
      this.busy = false;
    }
  }
}
customElements.define('line-switch', LineSwitch);
