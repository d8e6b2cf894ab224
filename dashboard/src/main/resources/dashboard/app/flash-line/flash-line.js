/** The flash evaluation of the contact: opened by a press, due in 72 hours, done now or as a task. */
import { html, nothing } from '../../vendor/lit.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { Evaluation } from '../evaluation.js';
import { dayAndTime } from '../format.js';
import { problemWord, t } from '../words.js';
import '../flash-form/flash-form.js';

export class FlashLine extends HotlineElement {
  static properties = { contactId: {} };

  #evaluation = new Evaluation();
  /** One for each contact, so that a second click is the same one. */
  #newId = '';

  constructor() {
    super();
    this.contactId = '';
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has('contactId') || !this.contactId) return;
    this.#newId = crypto.randomUUID();
    this.#evaluation = new Evaluation();
    this.#evaluation.addEventListener('change', () => this.requestUpdate());
    void this.#evaluation.lookIn(this.contactId);
  }

  render() {
    const { task, loaded, problem } = this.#evaluation;
    if (!this.contactId || (!loaded && !problem)) return nothing;
    return html`<div class="flash-line" role="group" aria-label=${t('flash.title')}><b>${t('flash.title')}</b>
      ${task ? this.#opened(task) : html`<button type="button" @click=${this.#open}>${t('flash.open')}</button><span class="soft">${t('flash.in72h')}</span>`}
      <span class="problem" role="status">${problem && !problem.field ? problemWord(problem.code) : nothing}</span></div>
      <flash-form .evaluation=${this.#evaluation}></flash-form>`;
  }

  /** @param {import('../wire.d.ts').EvaluationTask} task */
  #opened(task) {
    if (task.doneAt) return html`<span class="ok">${t('flash.doneBy', { who: task.doneBy ?? '', when: dayAndTime(task.doneAt, now()) })}</span>`;
    return html`<span class=${task.late ? 'chip old' : 'chip'}>${t(task.late ? 'flash.late' : 'flash.due', { when: dayAndTime(task.dueAt, now()) })}</span>
      <button type="button" @click=${this.#ask}>${t('flash.now')}</button>`;
  }

  #open = async () => {
    await this.#evaluation.openIn(this.contactId, this.#newId);
    await this.#ask();
  };

  #ask = async () => {
    if (this.#evaluation.task && !this.#evaluation.problem) await /** @type {import('../flash-form/flash-form.js').FlashForm} */ (this.querySelector('flash-form')).open();
  };
}
customElements.define('flash-line', FlashLine);
