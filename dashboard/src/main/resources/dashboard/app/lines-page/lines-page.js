/** The lines: how each one stands, who decided it and why, and the messages left on closed ones. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { Problem, api } from '../api.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { dayAndTime, shortAge } from '../format.js';
import { codeWord, problemWord, t } from '../words.js';
import '../line-switch/line-switch.js';
import '../notice-board/notice-board.js';
import '../page-head/page-head.js';
import '../voice-messages/voice-messages.js';
import '../waiting-list/waiting-list.js';

const EVERY_MILLIS = 5000;
const DECIDES = new Set(['SUPERVISOR', 'ADMIN']);

export class LinesPage extends HotlineElement {
  static properties = { session: { attribute: false }, board: { state: true }, problem: { state: true } };
  static ticks = true;

  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  constructor() {
    super();
    /** @type {import('../wire.d.ts').Session} */
    this.session;
    /** @type {import('../wire.d.ts').LinesView | null} */
    this.board = null;
    this.problem = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener('line-decided', () => void this.#ask());
    void this.#ask();
    this.#timer = setInterval(() => document.hidden || void this.#ask(), EVERY_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  async #ask() {
    try {
      this.board = await api('GET', '/api/lines');
      this.problem = '';
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (problem.status === 401) this.say('signed-out');
      this.problem = problem.code;
    }
  }

  render() {
    const { board } = this;
    return html`<page-head page="lines" .session=${this.session}></page-head>
      <main id="main" class="page narrow" tabindex="-1">
        <div class="page-line"><h2>${t('lines.lead')}</h2><span class="soft">${board ? shortAge(board.at, now()) : ''}</span></div>
        ${this.problem ? html`<p class="note old" role="status"><b aria-hidden="true">▲</b> ${problemWord(this.problem)}</p>` : nothing}
        ${board === null ? html`<p class="soft" aria-busy="true">${t('app.loading')}</p>` : this.#lines(board)}
      </main>`;
  }

  /** @param {import('../wire.d.ts').LinesView} board */
  #lines(board) {
    const decides = DECIDES.has(this.session.role);
    return html`${this.#today(board.today)}<ul class="lines">${repeat(board.lines, (line) => line.line, (line) => html`
        <li><line-switch .line=${line} .decides=${decides}></line-switch></li>`)}</ul>
      <notice-board .decides=${decides}></notice-board>
      ${decides ? html`<waiting-list .lines=${board.lines} .acts=${board.acts}></waiting-list>` : nothing}
      <voice-messages .lines=${board.lines}></voice-messages>
      <h3>${t('lines.acts')}</h3>
      ${board.acts.length === 0 ? html`<p class="empty">${t('lines.noActs')}</p>` : html`
        <ol class="line-acts">${repeat(board.acts, (act) => act.actId, (act) => this.#act(act, board.lines))}</ol>`}`;
  }

  /** Who rings again and again is one person. @param {import('../wire.d.ts').RepeatFigures} day */
  #today(day) {
    const percent = (/** @type {number | null} */ share) => Math.round((share ?? 0) * 100);
    return html`<p class="lines-today"><b>${t('repeat.calls', { n: day.received })}</b> ${t('repeat.callers', { n: day.callers })}
        ${day.withKey === 0 ? nothing : html`· ${t('repeat.rate', { n: percent(day.repeatRate) })} · ${t('repeat.joined', { n: percent(day.callerAccessRate) })}`}
        ${day.received > day.withKey ? html`· ${t('repeat.withheld', { n: day.received - day.withKey })}` : nothing}</p>
      <p class="soft lines-today">${t('repeat.how')}</p>`;
  }

  /** @param {import('../wire.d.ts').LineAct} act @param {import('../wire.d.ts').LineView[]} lines */
  #act(act, lines) {
    const name = lines.find((line) => line.line === act.line)?.name ?? act.line;
    return html`<li><b>${name}</b> ${codeWord('lineAct', act.act)}${act.cap === null ? '' : ` ${act.cap}`}
      <span>« ${act.reason} »</span><small class="soft">${act.by} · ${dayAndTime(act.at, now())}</small></li>`;
  }
}
customElements.define('lines-page', LinesPage);
