/** The questions of the flash evaluation, in codes, over the page; read back to the person before it is done. */
import { html, nothing } from '../../vendor/lit.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { answersOf } from '../evaluation.js';
import { dayAndTime } from '../format.js';
import { codeWord, codesOf, problemWord, t } from '../words.js';

/** What is asked, in the order one speaks, and the list of its codes. @type {ReadonlyArray<[string, string]>} */
const CHOICES = [
  ['situation', 'lastNight'], ['lastNight', 'lastNight'], ['sinceWhen', 'sinceWhen'], ['resources', 'resources'],
  ['healthNow', 'healthNow'], ['safetyNow', 'safetyNow'], ['network', 'yesNo'], ['elsewhere', 'yesNo'],
];

export class FlashForm extends HotlineElement {
  static properties = { evaluation: { attribute: false }, shown: { state: true } };

  constructor() {
    super();
    /** @type {import('../evaluation.js').Evaluation | null} */
    this.evaluation = null;
    this.shown = false;
  }

  #changed = () => this.requestUpdate();

  async open() {
    this.evaluation?.addEventListener('change', this.#changed);
    this.shown = true;
    await this.updateComplete;
    /** @type {HTMLDialogElement} */ (this.querySelector('dialog')).showModal();
  }

  #closed = () => {
    this.evaluation?.removeEventListener('change', this.#changed);
    this.shown = false;
    this.say('flash-closed');
  };

  render() {
    const { evaluation } = this;
    const { task, answers, problem } = evaluation ?? {};
    if (!this.shown || !task || !answers) return nothing;
    return html`<dialog class="flash-form" aria-labelledby="flash-title" @close=${this.#closed}><form @submit=${this.#save}>
      <h2 id="flash-title">${t('flash.title')}</h2>
      <p class="soft">${t(task.late ? 'flash.late' : 'flash.due', { when: dayAndTime(task.dueAt, now()) })}</p>
      <div class="cols">${CHOICES.map(([name, list]) => this.#choice(name, list, String(/** @type {any} */ (answers)[name] ?? ''), problem?.field === name))}</div>
      <fieldset><legend>${t('flash.reasons')}</legend><div class="reasons">${codesOf('reasonForStreet').map((code) => html`
        <label class="check"><input type="checkbox" name="reasons" value=${code} ?checked=${answers.reasons.includes(code)} /> ${codeWord('reasonForStreet', code)}</label>`)}</div></fieldset>
      <label class="check"><input type="checkbox" name="readBack" ?checked=${answers.readBack} /> ${t('flash.readBack')}</label>
      <p class="problem" role="alert">${problem ? this.#problem(problem) : nothing}</p>
      <div class="buttons"><button class="main" name="done" value="yes">${t('flash.finish')}</button><button name="done" value="no">${t('flash.keep')}</button>
        <button type="button" class="link" @click=${() => this.querySelector('dialog')?.close()}>${t('common.close')}</button></div></form></dialog>`;
  }

  /** @param {string} name @param {string} list @param {string} value @param {boolean} missing */
  #choice(name, list, value, missing) {
    return html`<div class="field"><label for="flash-${name}">${t(`flash.${name}`)}</label>
      <select id="flash-${name}" name=${name} aria-invalid=${missing}><option value="">${t('flash.notAsked')}</option>${codesOf(list).map((code) => html`
        <option value=${code} ?selected=${code === value}>${codeWord(list, code)}</option>`)}</select></div>`;
  }

  /** @param {{code: string, field?: string}} problem */
  #problem({ code, field }) {
    return code === 'NOT_ASKED_YET' ? t('flash.missing', { what: t(`flash.${field}`).toLowerCase() }) : problemWord(code);
  }

  /** @param {SubmitEvent} event */
  async #save(event) {
    event.preventDefault();
    const done = /** @type {HTMLButtonElement | null} */ (event.submitter)?.value === 'yes';
    const saved = await this.evaluation?.save(answersOf(new FormData(/** @type {HTMLFormElement} */ (event.target))), done);
    if (saved) this.querySelector('dialog')?.close();
  }
}
customElements.define('flash-form', FlashForm);
