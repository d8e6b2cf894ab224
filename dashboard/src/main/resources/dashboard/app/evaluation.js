/** One flash evaluation: opened in a contact or taken from the list, answered with the person, done once. */
import { Problem, api, surely } from './api.js';

/** @typedef {import('./wire.d.ts').EvaluationTask} EvaluationTask */
/** @typedef {import('./wire.d.ts').FlashAnswers} FlashAnswers */

export class Evaluation extends EventTarget {
  /** @type {EvaluationTask | null} */
  task = null;
  /** @type {FlashAnswers | null} */
  answers = null;
  /** @type {{code: string, field?: string} | null} */
  problem = null;
  loaded = false;
  #door;

  /** @param {typeof api} [door] */
  constructor(door = api) {
    super();
    this.#door = door;
  }

  /** @param {string} contactId an open contact of one's own */
  async lookIn(contactId) {
    await this.#act(async () => {
      const { evaluation } = await this.#door('GET', `/api/contacts/${contactId}/evaluation`);
      this.#is(evaluation);
    });
  }

  /** @param {string} contactId @param {string} evaluationId made once, so that a second click is the same one */
  async openIn(contactId, evaluationId) {
    await this.#act(async () => this.#is(await surely(() => this.#door('POST', `/api/contacts/${contactId}/evaluation`, { evaluationId }))));
  }

  /** @param {string} evaluationId */
  async read(evaluationId) {
    await this.#act(async () => this.#is(await this.#door('GET', `/api/evaluations/${evaluationId}`)));
  }

  /** @param {FlashAnswers} answers @param {boolean} done @returns {Promise<boolean>} false when something was refused: what was typed stays */
  async save(answers, done) {
    const { task } = this;
    if (!task) return false;
    await this.#act(async () => this.#is(await surely(() => this.#door('PUT', `/api/evaluations/${task.evaluationId}`, { version: task.version, done, ...answers }))));
    return this.problem === null;
  }

  /** @param {{task: EvaluationTask, answers: FlashAnswers} | null} evaluation */
  #is(evaluation) {
    Object.assign(this, { task: evaluation?.task ?? null, answers: evaluation?.answers ?? null, loaded: true });
  }

  /** @param {() => Promise<unknown>} doing */
  async #act(doing) {
    this.problem = null;
    try {
      await doing();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (problem.code === 'CHANGED_ELSEWHERE') this.task = problem.body.current;
      this.problem = { code: problem.code, field: problem.body.field };
    }
    this.dispatchEvent(new Event('change'));
  }
}

/** What a form says: an empty choice is not asked yet. @param {FormData} said @returns {FlashAnswers} */
export function answersOf(said) {
  const code = (/** @type {string} */ name) => String(said.get(name) ?? '') || null;
  const flag = (/** @type {string} */ name) => ({ true: true, false: false })[String(said.get(name) ?? '')] ?? null;
  return {
    situation: code('situation'), lastNight: code('lastNight'), sinceWhen: code('sinceWhen'), reasons: said.getAll('reasons').map(String),
    resources: code('resources'), healthNow: code('healthNow'), safetyNow: code('safetyNow'), network: flag('network'), elsewhere: flag('elsewhere'),
    readBack: said.has('readBack'),
  };
}
