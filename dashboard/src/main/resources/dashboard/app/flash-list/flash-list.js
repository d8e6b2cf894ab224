/** Flash evaluations that are not done, as tasks: those due first before, each with its owner, who does it from here. */
import { html, nothing } from '../../vendor/lit.js';
import { api, surely } from '../api.js';
import { now } from '../clock.js';
import { Evaluation } from '../evaluation.js';
import { dayAndTime } from '../format.js';
import { KeptList } from '../kept.js';
import { problemWord, t } from '../words.js';
import '../flash-form/flash-form.js';

/** @typedef {import('../wire.d.ts').EvaluationTask} EvaluationTask */

/** @extends {KeptList<{evaluations: EvaluationTask[], asOf: string}>} */
export class FlashList extends KeptList {
  static properties = { me: {} };
  static path = '/api/evaluations';

  #evaluation = new Evaluation();

  constructor() {
    super();
    /** Who looks. */
    this.me = '';
    this.addEventListener('flash-closed', () => void this.ask());
  }

  render() {
    const tasks = this.items?.evaluations ?? [];
    return html`<section aria-labelledby="flash-list-title"><h2 id="flash-list-title">${t('flash.list')}</h2>
      <p role="status" class=${this.problem ? 'problem' : 'soft'}>${this.problem || this.said}</p>
      ${this.items !== null && tasks.length === 0 ? html`<p class="empty">${t('flash.nothingDue')}</p>` : nothing}
      <ul class="flash-tasks">${tasks.map((task) => this.#task(task))}</ul></section>
      <flash-form .evaluation=${this.#evaluation}></flash-form>`;
  }

  /** @param {EvaluationTask} task */
  #task(task) {
    const who = task.personCode ? t('who.code', { code: task.personCode }) : t('who.anonymous').toLowerCase();
    const isMine = task.owner === this.me;
    return html`<li data-late=${task.late}>
      <p class="words">${t('flash.of', { who })}</p>
      <p class="soft"><span class=${task.late ? 'chip old' : 'chip'}>${t(task.late ? 'flash.late' : 'flash.due', { when: dayAndTime(task.dueAt, now()) })}</span>
        ${task.ownerName ? t('flash.owner', { who: task.ownerName }) : t('handover.anybody')}</p>
      <div class="task-acts">${isMine ? html`<button class="main" ?disabled=${this.busy} @click=${() => this.#do(task)}>${t('flash.now')}</button>
        <button ?disabled=${this.busy} @click=${() => this.#give(task, null)}>${t('flash.giveBack')}</button>` : html`
        <button ?disabled=${this.busy} @click=${() => this.#give(task, this.me)}>${t('flash.take')}</button>`}</div></li>`;
  }

  /** @param {EvaluationTask} task @param {string | null} owner */
  #give({ evaluationId, version }, owner) {
    return this.act(() => surely(() => api('PUT', `/api/evaluations/${evaluationId}/owner`, { version, owner })), t(owner ? 'flash.taken' : 'flash.givenBack'));
  }

  /** @param {EvaluationTask} task */
  async #do({ evaluationId }) {
    await this.#evaluation.read(evaluationId);
    if (this.#evaluation.problem) this.problem = problemWord(this.#evaluation.problem.code);
    else await /** @type {import('../flash-form/flash-form.js').FlashForm} */ (this.querySelector('flash-form')).open();
  }
}
customElements.define('flash-list', FlashList);
