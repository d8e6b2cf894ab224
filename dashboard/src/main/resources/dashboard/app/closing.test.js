import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from './api.js';
import { Closing } from './closing.js';

const ASKS = { toDecide: true, decided: false, request: null, suggestion: null };
/** @type {import('./wire.d.ts').RequestDecision} */
const UNMET = { outcome: 'UNMET', reason: 'NO_PLACE', subReasons: [], keepOpen: true };

/** @param {Record<string, any>} answers by "METHOD path-end"; a list is answered one by one @param {{saves?: boolean}} [form] */
function agent(answers, { saves = true } = {}) {
  /** @type {string[]} */
  const asked = [];
  /** @type {any[]} */
  const bodies = [];
  const file = { server: { contactId: 'k', version: 7 }, save: async () => saves };
  const desk = /** @type {any} */ ({
    file, missing: 'old', problem: null, closed: 0, changed() {},
    contactClosed() { this.closed++; this.file = null; },
    async act(/** @type {() => Promise<unknown>} */ doing) {
      this.problem = null;
      try { await doing(); } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        this.problem = { code: problem.code, field: problem.body.field };
      }
    },
  });
  const api = async (/** @type {string} */ method, /** @type {string} */ path, /** @type {any} */ body) => {
    const what = `${method} ${path.split('/').at(-1)}`;
    asked.push(what);
    bodies.push(body);
    const answer = Array.isArray(answers[what]) ? answers[what].shift() : answers[what];
    if (answer instanceof Problem) throw answer;
    return answer ?? null;
  };
  return { closing: new Closing(desk, /** @type {any} */ (api)), desk, asked, bodies };
}

test('a contact with a promise closes at once', async () => {
  const { closing, desk, asked } = agent({ 'GET request': { ...ASKS, toDecide: false, decided: true } });
  await closing.begin();
  assert.deepEqual(asked, ['GET request', 'POST close']);
  assert.equal(desk.closed, 1);
});

test('who got nothing is asked about before anything closes', async () => {
  const { closing, desk, asked } = agent({ 'GET request': ASKS });
  await closing.begin();
  assert.deepEqual(closing.question, ASKS);
  assert.deepEqual(asked, ['GET request']);
  assert.equal(desk.closed, 0);
});

test('the answer goes first, then the contact closes', async () => {
  const { closing, desk, asked, bodies } = agent({ 'GET request': ASKS });
  await closing.begin();
  await closing.decide(UNMET);
  assert.deepEqual(asked, ['GET request', 'PUT request', 'POST close']);
  assert.deepEqual(bodies.slice(1), [UNMET, { version: 7 }]);
  assert.equal(closing.question, null);
  assert.equal(desk.closed, 1);
});

test('an answer that may be lost is told again; one that is refused leaves the question open', async () => {
  const { closing, desk, asked } = agent({
    'GET request': ASKS, 'PUT request': [new Problem(0, { code: 'NETWORK' }), new Problem(503, { code: 'RECORDS_DOWN' })],
  });
  await closing.begin();
  await closing.decide(UNMET);
  assert.deepEqual(asked, ['GET request', 'PUT request', 'PUT request']);
  assert.deepEqual(closing.question, ASKS);
  assert.equal(desk.problem.code, 'RECORDS_DOWN');
  assert.equal(desk.closed, 0);
});

test('a place that was promised meanwhile needs no reason', async () => {
  const { closing, desk } = agent({ 'GET request': ASKS, 'PUT request': new Problem(409, { code: 'REQUEST_OVER' }) });
  await closing.begin();
  await closing.decide(UNMET);
  assert.equal(desk.closed, 1);
});

test('without a reason the request opens all the same, and what keeps us from that keeps no contact open', async () => {
  for (const opened of [ASKS, new Problem(503, { code: 'RECORDS_DOWN' })]) {
    const { closing, desk, asked } = agent({ 'GET request': ASKS, 'POST request': opened });
    await closing.begin();
    await closing.leaveUndecided();
    assert.deepEqual(asked, ['GET request', 'POST request', 'POST close']);
    assert.equal(desk.closed, 1);
  }
});

test('a question that cannot be looked up is not asked', async () => {
  const { closing, desk } = agent({ 'GET request': new Problem(500, { code: 'UNEXPECTED' }) });
  await closing.begin();
  assert.equal(desk.closed, 1);
});

test('who is signed out is told so, and nothing is closed', async () => {
  const { closing, desk, asked } = agent({ 'GET request': new Problem(401, { code: 'SIGNED_OUT' }) });
  await closing.begin();
  assert.deepEqual(asked, ['GET request']);
  assert.equal(desk.problem.code, 'SIGNED_OUT');
});

test('the call that came meanwhile is neither asked about nor closed', async () => {
  const { closing, desk, asked } = agent({ 'GET request': ASKS });
  const begun = closing.begin();
  desk.file = { server: { contactId: 'other', version: 1 } };
  await begun;
  assert.equal(closing.question, null);
  assert.deepEqual(asked, ['GET request']);
});

test('two presses close once', async () => {
  const { closing, desk } = agent({ 'GET request': { ...ASKS, toDecide: false } });
  await Promise.all([closing.begin(), closing.begin()]);
  assert.equal(desk.closed, 1);
});

test('what is not saved is not closed', async () => {
  const { closing, asked } = agent({ 'GET request': ASKS }, { saves: false });
  await closing.begin();
  assert.deepEqual(asked, []);
});

test('a field that closing asks for is named', async () => {
  const { closing, desk } = agent({
    'GET request': { ...ASKS, toDecide: false }, 'POST close': new Problem(409, { code: 'MISSING_FIELD', field: 'kinds' }),
  });
  await closing.begin();
  assert.equal(desk.missing, 'kinds');
});
