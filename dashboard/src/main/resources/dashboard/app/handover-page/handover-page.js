/** The hand-over: what happened, what to read, what is to be done and by whom. */
import { html, nothing } from '../../vendor/lit.js';
import { api, surely } from '../api.js';
import { now } from '../clock.js';
import { dayAndTime } from '../format.js';
import { KeptList } from '../kept.js';
import { riskWarning } from '../risk-warning.js';
import { risksIn } from '../risky-words.js';
import { codeWord, t } from '../words.js';
import '../flash-list/flash-list.js';
import '../page-head/page-head.js';

/** @typedef {import('../wire.d.ts').ShiftEntry} ShiftEntry */
/** @typedef {import('../wire.d.ts').ShiftTask} ShiftTask */

/** @extends {KeptList<import('../wire.d.ts').Handover>} */
export class HandoverPage extends KeptList {
  static properties = { session: { attribute: false }, risks: { state: true } };
  static path = '/api/handover';

  /** One for each text that is being written, so that a second click writes nothing twice. */
  #entryId = crypto.randomUUID();
  #taskId = crypto.randomUUID();

  constructor() {
    super();
    /** @type {import('../wire.d.ts').Session} */
    this.session;
    /** @type {string[]} */
    this.risks = [];
  }

  render() {
    return html`<page-head page="handover" .session=${this.session}></page-head>
      <main id="main" class="page" tabindex="-1">
        <p role="status" class=${this.problem ? 'problem' : 'soft'}>${this.problem || this.said}</p>
        ${this.items === null ? html`<p class="soft" aria-busy="true">${t('app.loading')}</p>` : html`
          <div class="handover"><div><flash-list .me=${this.session.agent}></flash-list>${this.#tasks(this.items.tasks, this.items.colleagues)}</div>${this.#book(this.items.entries)}</div>`}
      </main>`;
  }

  /** @param {ShiftEntry[]} entries */
  #book(entries) {
    return html`<section aria-labelledby="book-title"><h2 id="book-title">${t('handover.book')}</h2>
      <form class="handover-form" @submit=${this.#write}>
        <label for="entry-words">${t('handover.entryWords')}</label>
        <textarea id="entry-words" name="entryWords" rows="2" maxlength="1000" aria-describedby="entry-risks" @input=${this.#look}></textarea>
        <p id="entry-risks" class="risks" role="status">${this.risks.length === 0 ? nothing : html`<span class="problem">${riskWarning(this.risks)}</span>`}</p>
        <div class="buttons"><button class="main" name="kind" value="NOTE" ?disabled=${this.busy}>${t('handover.note')}</button>
          <button name="kind" value="EVENT" ?disabled=${this.busy}>${t('handover.event')}</button></div>
      </form>
      ${entries.length === 0 ? html`<p class="empty">${t('handover.nothing')}</p>` : nothing}
      <ol class="book">${entries.map((entry) => this.#entry(entry))}</ol></section>`;
  }

  /** @param {ShiftEntry} entry */
  #entry(entry) {
    const read = entry.readBy.length > 0 ? t('handover.readBy', { who: entry.readBy.join(', ') }) : t('handover.readByNobody');
    return html`<li data-kind=${entry.kind} data-unread=${entry.unread}>
      <p><b>${codeWord('entryKind', entry.kind)}</b> <span class="soft">${dayAndTime(entry.writtenAt, now())}, ${entry.writtenBy}</span></p>
      <p class="words">${entry.words}</p>
      ${entry.kind === 'NOTE' ? html`<p class="entry-foot"><span class="soft">${read}</span>
        ${entry.unread ? html`<button ?disabled=${this.busy} @click=${() => this.#read(entry)}>${t('handover.iRead')}</button>` : nothing}</p>` : nothing}</li>`;
  }

  /** @param {ShiftTask[]} tasks @param {Array<{agent: string, displayName: string}>} colleagues */
  #tasks(tasks, colleagues) {
    return html`<section aria-labelledby="tasks-title"><h2 id="tasks-title">${t('handover.tasks')}</h2>
      <form class="handover-form" @submit=${this.#ask}>
        <label for="task-words">${t('handover.taskWords')}</label><input id="task-words" name="taskWords" maxlength="300" autocomplete="off" />
        <div class="cols"><div><label for="task-owner">${t('handover.owner')}</label>${this.#owners('task-owner', '', colleagues)}</div>
          <div><label for="task-due">${t('handover.due')}</label><input id="task-due" name="dueAt" type="datetime-local" /></div></div>
        <button class="main" ?disabled=${this.busy}>${t('handover.ask')}</button>
      </form>
      ${tasks.length === 0 ? html`<p class="empty">${t('handover.noTask')}</p>` : nothing}
      <ul class="tasks">${tasks.map((task) => this.#task(task, colleagues))}</ul></section>`;
  }

  /** @param {ShiftTask} task @param {Array<{agent: string, displayName: string}>} colleagues */
  #task(task, colleagues) {
    const late = !task.doneAt && task.dueAt !== null && Date.parse(task.dueAt) < now();
    const id = `owner-${task.taskId}`;
    return html`<li data-done=${task.doneAt !== null}>
      <p class="words">${task.words}</p>
      <p class="soft">${task.dueAt ? html`<span class=${late ? 'chip old' : 'chip'}>${t(late ? 'handover.late' : 'handover.dueAt', { when: dayAndTime(task.dueAt, now()) })}</span> ` : nothing}${
        task.doneAt ? t('handover.doneBy', { who: task.doneBy ?? '', when: dayAndTime(task.doneAt, now()) }) : t('handover.askedBy', { who: task.createdBy, when: dayAndTime(task.createdAt, now()) })}</p>
      <div class="task-acts">${task.doneAt ? nothing : html`<label class="for-ears" for=${id}>${t('handover.ownerOf', { what: task.words })}</label>
        ${this.#owners(id, task.owner ?? '', colleagues, (owner) => this.#give(task, owner))}`}
        <button ?disabled=${this.busy} aria-label=${t(task.doneAt ? 'handover.reopenOf' : 'handover.doneOf', { what: task.words })} @click=${() => this.#done(task)}>${t(task.doneAt ? 'handover.reopen' : 'handover.done')}</button></div></li>`;
  }

  /** @param {string} id @param {string} owner @param {Array<{agent: string, displayName: string}>} colleagues @param {(owner: string) => unknown} [chosen] */
  #owners(id, owner, colleagues, chosen = () => {}) {
    return html`<select id=${id} name=${id} @change=${(/** @type {any} */ event) => chosen(event.target.value)}>
      <option value="" ?selected=${owner === ''}>${t('handover.anybody')}</option>
      ${colleagues.map(({ agent, displayName }) => html`<option value=${agent} ?selected=${agent === owner}>${displayName}</option>`)}</select>`;
  }

  #look() {
    this.risks = risksIn(this.typed('entryWords'));
  }

  /** @param {SubmitEvent} event */
  async #write(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const body = { entryId: this.#entryId, kind: /** @type {HTMLButtonElement} */ (event.submitter).value, words: this.typed('entryWords').replace(/\s+/g, ' ') };
    if (!(await this.act(() => surely(() => api('POST', '/api/handover/entries', body)), t('handover.written')))) return;
    this.#entryId = crypto.randomUUID();
    this.risks = [];
    form.reset();
  }

  /** @param {SubmitEvent} event */
  async #ask(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const body = { taskId: this.#taskId, words: this.typed('taskWords'), owner: this.typed('task-owner') || null, dueAt: this.moment('dueAt') };
    if (!(await this.act(() => surely(() => api('POST', '/api/handover/tasks', body)), t('handover.asked')))) return;
    this.#taskId = crypto.randomUUID();
    form.reset();
  }

  /** @param {ShiftEntry} entry */
  #read({ entryId }) {
    return this.act(() => surely(() => api('POST', `/api/handover/entries/${entryId}/read`, {})));
  }

  /** @param {ShiftTask} task @param {string} owner */
  #give({ taskId, version }, owner) {
    return this.act(() => this.#put(`/api/handover/tasks/${taskId}/owner`, { version, owner: owner || null }), t('handover.given'));
  }

  /** @param {ShiftTask} task */
  #done({ taskId, version, doneAt }) {
    return this.act(() => this.#put(`/api/handover/tasks/${taskId}/done`, { version, done: doneAt === null }));
  }

  /** The next click names the version of this answer, also before the list was read again. @param {string} path @param {unknown} body */
  async #put(path, body) {
    /** @type {ShiftTask} */
    const task = await surely(() => api('PUT', path, body));
    if (this.items) this.items = { ...this.items, tasks: this.items.tasks.map((each) => (each.taskId === task.taskId ? task : each)) };
  }
}
customElements.define('handover-page', HandoverPage);
