/** What callers who must wait are told of the board: it proposes, a supervisor approves, it ends by itself. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { Problem, api, surely } from '../api.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { clockTime, dayAndTime, shortAge } from '../format.js';
import { codeWord, problemWord, t } from '../words.js';

const EVERY_MILLIS = 5000;
const HOUR_MILLIS = 3_600_000;
/** As far ahead as one may say "until". */
const HOURS_AHEAD = 12;
/** The choice that stands first: a message is better renewed than forgotten. */
const HOURS_MEANT = 2;

export class NoticeBoard extends HotlineElement {
  static properties = {
    decides: { attribute: false }, view: { state: true }, problem: { state: true }, busy: { state: true },
  };
  static ticks = true;

  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  constructor() {
    super();
    this.decides = false;
    /** @type {import('../wire.d.ts').NoticesView | null} null: not known yet */
    this.view = null;
    this.problem = '';
    this.busy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#try(() => this.#ask());
    this.#timer = setInterval(() => document.hidden || this.busy || void this.#try(() => this.#ask()), EVERY_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  async #ask() {
    this.view = await api('GET', '/api/notices');
  }

  /** What was refused stays readable until the next try. @param {() => Promise<unknown>} work */
  async #try(work, keepsProblem = true) {
    try {
      await work();
      if (!keepsProblem) this.problem = '';
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem.code;
    }
  }

  render() {
    const { view } = this;
    if (view === null) return nothing;
    const said = view.notices.filter((notice) => notice.endedAt === null);
    const past = view.notices.filter((notice) => notice.endedAt !== null);
    return html`<div class="page-line"><h3>${t('notice.title')}</h3><span class="soft">${shortAge(view.at, now())}</span></div>
      <p class="soft">${t('notice.how')}</p>
      <p class="problem" role="alert">${this.problem ? problemWord(this.problem) : ''}</p>
      ${view.board === 'DOWN' ? html`<p class="note old"><b aria-hidden="true">▲</b> ${t('notice.boardDown')}</p>` : nothing}
      <ul class="notices">${repeat(said, (notice) => notice.noticeId, (notice) => this.#said(notice))}
        ${repeat(view.proposed, (audience) => audience, (audience) => this.#proposed(audience))}</ul>
      ${view.board === 'UP' && said.length === 0 && view.proposed.length === 0 ? html`<p class="empty">${t('notice.none')}</p>` : nothing}
      ${past.length === 0 ? nothing : html`<details class="notices-past"><summary>${t('notice.past')}</summary>
        <ul>${repeat(past, (notice) => notice.noticeId, (notice) => this.#past(notice))}</ul></details>`}`;
  }

  /** @param {import('../wire.d.ts').NoticeView} notice */
  #said(notice) {
    const words = codeWord('noticeFor', notice.audience);
    return html`<li><b>${words}</b><span class="chip"><b aria-hidden="true">✓</b> ${t('notice.said', { until: clockTime(notice.until) })}</span>
      <small class="soft">${t('notice.approvedBy', { name: notice.by, when: dayAndTime(notice.approvedAt, now()) })}</small><span class="grow"></span>
      ${this.decides ? html`<button aria-label=${t('notice.stopThis', { words })} ?disabled=${this.busy} @click=${() => this.#send(`/api/notices/${notice.noticeId}/end`, {})}>${t('notice.stop')}</button>` : nothing}</li>`;
  }

  /** @param {import('../wire.d.ts').Audience} audience */
  #proposed(audience) {
    const words = codeWord('noticeFor', audience);
    const next = (Math.floor(now() / HOUR_MILLIS) + 1) * HOUR_MILLIS;
    const hours = Array.from({ length: HOURS_AHEAD }, (_, ahead) => new Date(next + ahead * HOUR_MILLIS).toISOString());
    return html`<li><span>${words}</span><span class="grow"></span>
      ${this.decides ? html`<form @submit=${(/** @type {SubmitEvent} */ event) => this.#approve(event, audience)}>
        <label for="notice-${audience}">${t('notice.until')}</label>
        <select id="notice-${audience}" name="until">${repeat(hours, (hour) => hour, (hour, at) => html`
          <option value=${hour} ?selected=${at === HOURS_MEANT - 1}>${clockTime(hour)}</option>`)}</select>
        <button aria-label=${t('notice.approveThis', { words })} ?disabled=${this.busy}>${t('notice.approve')}</button></form>` : nothing}</li>`;
  }

  /** @param {import('../wire.d.ts').NoticeView} notice */
  #past(notice) {
    return html`<li>${codeWord('noticeFor', notice.audience)} <small class="soft">${t('notice.approvedBy', { name: notice.by, when: dayAndTime(notice.approvedAt, now()) })}
      · ${t(`noticeEnding.${notice.ending}`, { name: notice.endedBy ?? '' })} · ${dayAndTime(notice.endedAt ?? notice.until, now())}</small></li>`;
  }

  /** @param {SubmitEvent} event @param {import('../wire.d.ts').Audience} audience */
  #approve(event, audience) {
    event.preventDefault();
    const until = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('until'));
    return this.#send('/api/notices', { noticeId: crypto.randomUUID(), audience, until });
  }

  /** @param {string} path @param {Record<string, unknown>} body */
  async #send(path, body) {
    this.busy = true;
    await this.#try(() => surely(() => api('POST', path, body)), false);
    await this.#try(() => this.#ask());
    this.busy = false;
  }
}
customElements.define('notice-board', NoticeBoard);
