/** What callers who must wait are told of the board: it proposes, a supervisor approves, it ends by itself. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { api, surely } from '../api.js';
import { now } from '../clock.js';
import { clockTime, dayAndTime, shortAge } from '../format.js';
import { KeptList } from '../kept.js';
import { codeWord, t } from '../words.js';

const HOUR_MILLIS = 3_600_000;
/** As far ahead as one may say "until". */
const HOURS_AHEAD = 12;
/** The choice that stands first: a message is better renewed than forgotten. */
const HOURS_MEANT = 2;

/** @extends {KeptList<import('../wire.d.ts').NoticesView>} */
export class NoticeBoard extends KeptList {
  static path = '/api/notices';
  static everyMillis = 5_000;
  static properties = { decides: { attribute: false } };

  constructor() {
    super();
    this.decides = false;
  }

  render() {
    const view = this.items;
    if (view === null) return nothing;
    const said = view.notices.filter((notice) => notice.endedAt === null);
    const past = view.notices.filter((notice) => notice.endedAt !== null);
    return html`<div class="page-line"><h3>${t('notice.title')}</h3><span class="soft">${shortAge(view.at, now())}</span></div>
      <p class="soft">${t('notice.how')}</p>
      <p class="problem" role="alert">${this.problem}</p>
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
  #send(path, body) {
    return this.act(() => surely(() => api('POST', path, body)));
  }
}
customElements.define('notice-board', NoticeBoard);
