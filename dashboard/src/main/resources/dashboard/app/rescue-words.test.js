import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rescueSentence } from './rescue-words.js';

const AT = '2026-11-23T17:31:00Z';
/** @type {import('./wire.d.ts').RescueView} */
const rung = { service: '15', rungAt: AT, answeredAt: null, missedAt: null, rings: true };

test('nobody was rung: nothing is said', () => assert.equal(rescueSentence(null), ''));

test('while it rings it is said for how long', () => {
  assert.match(rescueSentence(rung), /^Le 15 sonne depuis \d/u);
});

test('who answered after a miss has answered', () => {
  const both = { ...rung, missedAt: AT, answeredAt: AT, rings: false };
  assert.match(rescueSentence(both), /^Le 15 a répondu/u);
});

test('a miss says that one may ring again, also when the service is not known', () => {
  const missed = { ...rung, missedAt: AT, rings: false };
  assert.match(rescueSentence(missed), /^Le 15 n’a pas répondu/u);
  assert.match(rescueSentence({ ...missed, service: null }), /^Le service de secours n’a pas répondu/u);
});
