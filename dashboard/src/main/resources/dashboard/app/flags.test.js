import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from './api.js';
import { Flags, flagRight } from './flags.js';

/** @param {Flags} flags */
const codesOf = (flags) => flags.shown?.flags.map(({ code }) => code);

test('nothing is asked before somebody opens it, and a press notes or erases', async () => {
  /** @type {string[]} */
  const asked = [];
  /** @type {string[]} */
  let noted = ['HEALTH'];
  /** @type {any} */
  const door = async (/** @type {string} */ method, /** @type {string} */ path, /** @type {any} */ body) => {
    asked.push(`${method} ${path}`);
    if (path.endsWith('/erase')) noted = noted.filter((code) => code !== body.code);
    else if (method === 'POST') noted = [...noted, body.code];
    return { flags: noted.map((code) => ({ code, notedAt: '', notedBy: '' })), mayWrite: true };
  };
  const flags = new Flags('p1', 'c1', door);
  assert.equal(flags.shown, null);

  await flags.open();
  await flags.toggle('VIOLENCE');
  await flags.toggle('HEALTH');

  assert.deepEqual(codesOf(flags), ['VIOLENCE']);
  assert.deepEqual(asked, [
    'GET /api/persons/p1/vulnerabilities?purpose=CALL&subject=c1',
    'POST /api/persons/p1/vulnerabilities',
    'POST /api/persons/p1/vulnerabilities/erase',
  ]);
});

test('no code ever stands in an address', async () => {
  /** @type {string[]} */
  const paths = [];
  /** @type {any} */
  const door = async (/** @type {string} */ _, /** @type {string} */ path) => paths.push(path) && { flags: [], mayWrite: true };
  await new Flags('p1', 'c1', door).toggle('VIOLENCE');
  assert.doesNotMatch(paths.join(), /VIOLENCE/);
});

test('a server that does not answer gives no right', async () => {
  /** @type {any} */
  const door = async () => {
    throw new Problem(503, { code: 'RECORDS_AWAY' });
  };
  assert.deepEqual(await flagRight(door), { maySee: false, mayWrite: false });
});
