/** What the coordinators' lists share: ask, act, and say in words what was met. */
import { Problem, api } from './api.js';
import { HotlineElement } from './element.js';
import { problemWord } from './words.js';

/** Something of the server that is read again now and then, and after each act. @template T */
export class KeptList extends HotlineElement {
  /** @type {Record<string, object>} subclasses add theirs */
  static properties = { items: { state: true }, problem: { state: true }, said: { state: true }, busy: { state: true }, fault: { state: true } };
  static ticks = true;
  /** Where the list is read. */
  static path = '';
  static everyMillis = 15_000;

  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;
  /** The list on the screen could not be read again. */
  #unread = false;

  constructor() {
    super();
    /** @type {T | null} */
    this.items = null;
    this.problem = '';
    this.said = '';
    this.busy = false;
    /** The field that the last refusal named. */
    this.fault = '';
  }

  connectedCallback() {
    super.connectedCallback();
    void this.ask();
    this.#timer = setInterval(() => document.hidden || void this.ask(), /** @type {typeof KeptList} */ (this.constructor).everyMillis);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  async ask() {
    try {
      this.items = await this.read();
      if (this.#unread) this.problem = '';
      this.#unread = false;
    } catch (problem) {
      this.#unread ||= this.problem === '';
      this.met(problem);
    }
  }

  /** @returns {Promise<T>} */
  read() {
    return api('GET', /** @type {typeof KeptList} */ (this.constructor).path);
  }

  /** @param {() => Promise<unknown>} doing @param {string} [done] what to say when it went well @returns {Promise<boolean>} */
  async act(doing, done = '') {
    if (this.busy) return false;
    Object.assign(this, { busy: true, problem: '', said: '', fault: '' });
    let well = false;
    try {
      await doing();
      this.said = done;
      well = true;
    } catch (problem) {
      this.met(problem);
    }
    this.busy = false;
    await this.ask();
    return well;
  }

  /** @param {unknown} problem */
  met(problem) {
    if (!(problem instanceof Problem)) throw problem;
    if (problem.status === 401) this.say('signed-out');
    this.fault = problem.body.field ?? '';
    this.problem = problemWord(problem.code, problem.body);
  }

  /** @param {string} name @returns {string} what stands in a field of the form */
  typed(name) {
    return /** @type {HTMLInputElement | null} */ (this.querySelector(`[name=${name}]`))?.value.trim() ?? '';
  }

  /** @param {string} name @returns {string | null} a local date and time as a moment */
  moment(name) {
    const value = this.typed(name);
    return value ? new Date(value).toISOString() : null;
  }
}
