import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Problem } from './api.js';
import { ContactFile } from './contact-file.js';
import { Drafts } from './drafts.js';

/** @returns {any} */
const contact = () => ({ contactId: 'k', version: 3, closedAt: null, openedAt: '2026-11-22T17:00:00Z', placeText: 'gare', personWish: '', adults: 1 });
const shelf = () => {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return {
    kept,
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => void kept.set(key, value),
    removeItem: (/** @type {string} */ key) => void kept.delete(key),
  };
};

/** A server that answers one after the other; a Problem among the answers is thrown. @param {any[]} answers */
function server(answers) {
  /** @type {any[]} */
  const asked = [];
  const api = async (/** @type {string} */ _method, /** @type {string} */ _path, /** @type {any} */ body) => {
    asked.push(body);
    const answer = answers.shift();
    if (answer instanceof Problem) throw answer;
    return answer;
  };
  return { api, asked };
}

/** @param {any} storage @param {any[]} answers */
function open(storage, answers, file = contact()) {
  const { api, asked } = server(answers);
  const opened = new ContactFile(file, { api, drafts: new Drafts(storage, () => 1000) });
  after(() => opened.stop());
  return { asked, file: opened };
}
const saved = (/** @type {number} */ version) => ({ version, savedAt: '2026-11-22T17:01:00Z' });

test('what is typed is sent with the version it was typed on, and the draft goes', async () => {
  const storage = shelf();
  const { file, asked } = open(storage, [saved(4)]);
  file.type('placeText', 'gare Saint-Roch');
  assert.equal(storage.kept.size, 1);
  assert.equal(await file.save(), true);
  assert.deepEqual(asked, [{ version: 3, placeText: 'gare Saint-Roch' }]);
  assert.deepEqual([file.server.version, file.state, storage.kept.size], [4, 'SAVED', 0]);
});

test('what is typed while saving is sent next', async () => {
  const { file, asked } = open(shelf(), [saved(4), saved(5)]);
  file.type('placeText', 'a');
  const saving = file.save();
  file.type('placeText', 'ab');
  assert.equal(await saving, true);
  assert.deepEqual(asked.map((body) => [body.version, body.placeText]), [[3, 'a'], [4, 'ab']]);
});

test('typed text survives a reload without a network and is sent when it is back', async () => {
  const storage = shelf();
  const first = open(storage, [new Problem(0, { code: 'NETWORK' })]);
  first.file.type('personWish', 'rester ensemble');
  assert.equal(await first.file.save(), false);
  assert.equal(first.file.state, 'KEPT_HERE');
  const second = open(storage, [saved(4)]);
  assert.equal(second.file.view.personWish, 'rester ensemble');
  assert.equal(await second.file.save(), true);
  assert.equal(second.asked[0].personWish, 'rester ensemble');
});

test('a change elsewhere in another field is no conflict', async () => {
  const current = { ...contact(), version: 9, adults: 2 };
  const { file, asked } = open(shelf(), [new Problem(409, { code: 'CHANGED_ELSEWHERE', current }), saved(10)]);
  file.type('placeText', 'hôpital');
  assert.equal(await file.save(), true);
  assert.deepEqual(asked[1], { version: 9, placeText: 'hôpital' });
  assert.equal(file.view.adults, 2);
});

test('the same field changed by both waits for the agent', async () => {
  const current = { ...contact(), version: 9, placeText: 'mairie' };
  const { file, asked } = open(shelf(), [new Problem(409, { code: 'CHANGED_ELSEWHERE', current }), saved(10)]);
  file.type('placeText', 'hôpital');
  assert.equal(await file.save(), false);
  assert.deepEqual(file.conflicts, [{ field: 'placeText', mine: 'hôpital', theirs: 'mairie' }]);
  assert.equal(asked.length, 1);
  file.settle('placeText', 'MINE');
  assert.equal(await file.save(), true);
  assert.deepEqual(asked[1], { version: 9, placeText: 'hôpital' });
});

test('giving way in a conflict shows the other text and sends nothing', async () => {
  const current = { ...contact(), version: 9, placeText: 'mairie' };
  const { file, asked } = open(shelf(), [new Problem(409, { code: 'CHANGED_ELSEWHERE', current })]);
  file.type('placeText', 'hôpital');
  await file.save();
  file.settle('placeText', 'THEIRS');
  assert.equal(await file.save(), true);
  assert.deepEqual([file.view.placeText, asked.length, file.state], ['mairie', 1, 'SAVED']);
});

test('a draft older than two days is not brought back', () => {
  const storage = shelf();
  new Drafts(storage, () => 0).keep('k', { placeText: 'ancien' });
  assert.deepEqual(new Drafts(storage, () => 49 * 3600_000).read('k'), {});
});

test('a browser that keeps nothing still works', () => {
  const refusing = { ...shelf(), setItem: () => { throw new Error('full'); } };
  assert.equal(new Drafts(refusing, () => 0).keep('k', { a: 1 }), false);
});
