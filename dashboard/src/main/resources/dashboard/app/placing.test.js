import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from './api.js';
import { Placing } from './placing.js';

/** @param {Record<string, any>} answers by "METHOD path-end"; a list is answered one by one */
function board(answers) {
  /** @type {Array<{what: string, body: any}>} */
  const asked = [];
  const state = /** @type {any} */ ({ holds: [], holdIs(/** @type {any} */ hold) { this.holds.push(hold); }, changed() {} });
  const api = async (/** @type {string} */ method, /** @type {string} */ path, /** @type {any} */ body) => {
    const what = `${method} ${path.split('/').at(-1)}`;
    asked.push({ what, body });
    const answer = Array.isArray(answers[what]) ? answers[what].shift() : answers[what];
    if (answer instanceof Problem) throw answer;
    return answer;
  };
  return { placing: new Placing(state, /** @type {any} */ (api)), state, asked };
}
/** @returns {any} */
const hold = () => ({ holdId: 'h', placeGroupId: 'lilas', places: 2, agent: 'claire', status: 'ACTIVE', offeredAt: null });

test('a lost answer is asked for again with the same id', async () => {
  const { placing, asked } = board({ 'POST holds': [new Problem(0, { code: 'NETWORK' }), hold()] });
  assert.equal(await placing.hold('lilas', 2, 'k'), true);
  assert.equal(asked.length, 2);
  assert.equal(asked[0].body.holdId, asked[1].body.holdId);
});

test('a refusal of the server is not asked twice and is told on the card', async () => {
  const { placing, asked } = board({ 'POST holds': new Problem(409, { code: 'ALREADY_TAKEN' }) });
  assert.equal(await placing.hold('lilas', 2, 'k'), false);
  assert.equal(asked.length, 1);
  assert.deepEqual(placing.notes.get('lilas'), { kind: 'PROBLEM', code: 'ALREADY_TAKEN' });
});

test('who lost a race is told where else at once', async () => {
  const alternatives = /** @type {any} */ ([{ group: { placeGroupId: 'other' } }]);
  const { placing } = board({ 'POST holds': new Problem(409, { code: 'ALREADY_TAKEN', alternatives }) });
  await placing.hold('lilas', 2, 'k');
  assert.deepEqual(placing.notes.get('lilas'), { kind: 'PROBLEM', code: 'ALREADY_TAKEN', alternatives });
});

test('a promise that is quicker than the answer to its hold waits for it and is not lost', async () => {
  const { placing, asked } = board({ 'POST holds': hold(), 'POST offer': hold(), 'POST confirm': { placementId: 'p' } });
  const held = placing.hold('lilas', 2, 'k');
  assert.equal(await placing.confirm(hold(), false, 2), true);
  assert.equal(await held, true);
  assert.deepEqual(asked.map((each) => each.what), ['POST holds', 'POST offer', 'POST confirm']);
  assert.equal(placing.notes.get('lilas')?.kind, 'PLACED');
});

test('a promise is told beside the contact it was made to, and beside no other', async () => {
  const { placing } = board({ 'POST offer': hold(), 'POST confirm': { placementId: 'p' } });
  await placing.confirm({ ...hold(), contactId: 'k' }, false, 2);
  assert.deepEqual([...placing.promised('k')], ['lilas']);
  assert.equal(placing.noteOf('lilas', 'k')?.kind, 'PLACED');
  assert.equal(placing.promised('other').size, 0);
  assert.equal(placing.noteOf('lilas', 'other'), null);
});

test('the key that holds, pressed twice, holds once', async () => {
  const { placing, asked } = board({ 'POST holds': hold() });
  const [first, second] = await Promise.all([placing.hold('lilas', 2, 'k'), placing.hold('lilas', 2, 'k')]);
  assert.deepEqual([first, second, asked.length], [true, false, 1]);
});

test('an answer is an answer to an offer', async () => {
  const { placing, asked } = board({ 'POST offer': hold(), 'POST refuse': null });
  await placing.refuse(hold(), 'TOO_FAR');
  assert.deepEqual(asked.map((each) => each.what), ['POST offer', 'POST refuse']);
});

test('nothing is promised on the screen before the server promised it', async () => {
  const { placing, state } = board({ 'POST offer': hold(), 'POST confirm': new Problem(503, { code: 'RECORDS_DOWN' }) });
  assert.equal(await placing.confirm(hold(), true, 2), false);
  assert.deepEqual(state.holds, []);
  assert.deepEqual(placing.notes.get('lilas'), { kind: 'PROBLEM', code: 'RECORDS_DOWN' });
});

test('a second click while the first is on its way does nothing', async () => {
  const { placing, asked } = board({ 'POST holds': hold() });
  await Promise.all([placing.hold('lilas', 2, 'k'), placing.hold('lilas', 2, 'k')]);
  assert.equal(asked.length, 1);
});
