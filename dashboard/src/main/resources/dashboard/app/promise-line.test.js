import assert from 'node:assert/strict';
import { test } from 'node:test';
import { promiseAnswers, promiseState } from './promise-line.js';

/** @type {any} */
const promise = { status: 'QUEUED', onTheLine: false, attempts: 0, people: null, children: null, where: null };

test('a promise says how it stands', () => {
  assert.equal(promiseState(promise), 'attend son tour');
  assert.equal(promiseState({ ...promise, attempts: 2 }), '2 essais sans réponse');
  assert.equal(promiseState({ ...promise, attempts: 2, onTheLine: true }), 'la personne est en ligne');
  assert.equal(promiseState({ ...promise, status: 'DIALLING', attempts: 1 }), 'ça sonne chez la personne');
});

test('every way a promise ends has its words', () => {
  for (const status of ['REACHED', 'UNREACHABLE', 'EXPIRED', 'CANCELLED_BY_CALLER', 'MERGED']) {
    assert.doesNotMatch(promiseState({ ...promise, status }), /^promise\./, status);
  }
});

test('what was keyed in is one line, and nothing when nothing was', () => {
  assert.equal(promiseAnswers(promise), '');
  assert.equal(promiseAnswers({ ...promise, people: 3, children: 0, where: '34000' }), '3 personnes · 0 enfant · 34000');
});
