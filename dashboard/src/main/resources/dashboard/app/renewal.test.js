import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from './api.js';
import { learnServerTime } from './clock.js';
import { lastAsked, renew, renewWord } from './renewal.js';

/** @param {string} contactId @param {string} openedAt @param {string[]} kinds @returns {any} */
const before = (contactId, openedAt, kinds) => ({ contactId, openedAt, kinds, result: null, householdType: 'MAN_ALONE' });
/** @param {any[]} earlierContacts @returns {any} */
const card = (...earlierContacts) => ({ contactId: 'k', earlierContacts });
/** @type {any} */
const CONTACT = { contactId: 'k', closedAt: null, openedAt: '2026-11-22T17:00:00Z', version: 4 };
const REQUEST = before('a', '2026-11-21T18:40:00Z', ['SHELTER_REQUEST']);

test('the last request is found, whatever was spoken of since', () => {
  const older = before('b', '2026-11-20T18:40:00Z', ['RENEWAL']);
  const advice = before('c', '2026-11-22T09:00:00Z', ['RIGHTS_INFORMATION']);
  assert.equal(lastAsked(card(older, advice, REQUEST), CONTACT)?.contactId, 'a');
  assert.equal(lastAsked(card(advice), CONTACT), null);
});

test('nothing is asked for again in another contact, in a closed one, or from a later one', () => {
  assert.equal(lastAsked({ ...card(REQUEST), contactId: 'other' }, CONTACT), null);
  assert.equal(lastAsked(card(REQUEST), { ...CONTACT, closedAt: '2026-11-22T17:10:00Z' }), null);
  assert.equal(lastAsked(card(before('d', '2026-11-22T17:30:00Z', ['SHELTER_REQUEST'])), CONTACT), null);
  assert.equal(lastAsked(null, CONTACT), null);
});

test('yesterday is called yesterday', () => {
  learnServerTime('Sun, 22 Nov 2026 17:00:00 GMT');
  assert.match(renewWord(REQUEST), /hier|yesterday/);
  assert.doesNotMatch(renewWord(before('e', '2026-11-18T18:40:00Z', [])), /hier|yesterday/);
});

/** @param {{saves?: boolean, answer?: any}} [form] */
function desk({ saves = true, answer = { ...CONTACT, version: 5 } } = {}) {
  /** @type {any[]} */
  const asked = [];
  /** @type {any} */
  const file = { server: CONTACT, save: async () => saves, serverHas: (/** @type {any} */ contact) => (file.server = contact) };
  /** @type {any} */
  const at = { file, act: (/** @type {() => Promise<unknown>} */ doing) => doing() };
  const door = async (/** @type {any[]} */ ...what) => {
    asked.push(what);
    const next = Array.isArray(answer) ? answer.shift() : answer;
    if (next instanceof Problem) throw next;
    return next;
  };
  return { at, asked, door: /** @type {any} */ (door), file };
}

test('a lost answer is asked for again in the same words', async () => {
  const { at, asked, door, file } = desk({ answer: [new Problem(0, { code: 'NETWORK' }), { ...CONTACT, version: 5 }] });
  await renew(at, REQUEST, door);
  assert.deepEqual(asked[0], ['POST', '/api/contacts/k/renew', { version: 4, lastContactId: 'a' }]);
  assert.deepEqual(asked[1], asked[0]);
  assert.equal(file.server.version, 5);
});

test('what cannot be saved is not filled over', async () => {
  const { at, asked, door } = desk({ saves: false });
  await renew(at, REQUEST, door);
  assert.deepEqual(asked, []);
});
