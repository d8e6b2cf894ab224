import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from './api.js';
import { Evaluation, answersOf } from './evaluation.js';

const TASK = { evaluationId: 'e1', version: 3, dueAt: '2026-11-26T17:31:00Z' };

test('an empty choice is not asked yet', () => {
  const said = new FormData();
  for (const [name, value] of [['situation', 'STREET'], ['lastNight', ''], ['reasons', 'VIOLENCE'], ['reasons', 'OTHER'], ['network', 'false'], ['elsewhere', '']]) said.append(name, value);

  assert.deepEqual(answersOf(said), {
    situation: 'STREET', lastNight: null, sinceWhen: null, reasons: ['VIOLENCE', 'OTHER'], resources: null, healthNow: null, safetyNow: null,
    network: false, elsewhere: null, readBack: false,
  });
});

test('what was not asked yet is named, and a colleague who was first is met with the new version', async () => {
  /** @type {any[]} */
  const sent = [];
  const refusals = [new Problem(422, { code: 'NOT_ASKED_YET', field: 'healthNow' }), new Problem(409, { code: 'CHANGED_ELSEWHERE', current: { ...TASK, version: 4 } })];
  /** @type {any} */
  const door = async (/** @type {string} */ method, /** @type {string} */ _, /** @type {any} */ body) => {
    if (method === 'GET') return { task: TASK, answers: answersOf(new FormData()) };
    sent.push(body);
    throw refusals[sent.length - 1];
  };
  const evaluation = new Evaluation(door);
  await evaluation.read('e1');

  assert.equal(await evaluation.save(answersOf(new FormData()), true), false);
  assert.deepEqual(evaluation.problem, { code: 'NOT_ASKED_YET', field: 'healthNow' });
  await evaluation.save(answersOf(new FormData()), false);

  assert.equal(evaluation.task?.version, 4);
  assert.deepEqual(sent.map(({ version, done }) => [version, done]), [[3, true], [3, false]]);
});
