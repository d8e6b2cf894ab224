import assert from 'node:assert/strict';
import { test } from 'node:test';
import { interpreterSentence, likelyLanguage } from './interpreter-words.js';

process.env.TZ = 'Europe/Paris';
const plain = (/** @type {string} */ text) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const ago = (/** @type {number} */ seconds) => new Date(Date.now() - seconds * 1000).toISOString();
const nobody = { language: 'ar', service: 'ism', rungAt: null, missedAt: null, answeredAt: null, since: null, endedAt: null, seconds: 0, rings: false };
const said = (/** @type {any} */ change) => plain(interpreterSentence({ ...nobody, ...change }));

test('each state of the interpreter is one sentence', () => {
  assert.equal(interpreterSentence(null), '');
  assert.match(said({ rungAt: ago(12), rings: true }), /^Interprète \(arabe\) : sonne depuis 00:12$/);
  assert.match(said({ rungAt: ago(99), answeredAt: ago(90), since: ago(90) }), /^Interprète \(arabe\) : en ligne depuis 01:30/);
  assert.match(said({ rungAt: ago(60), missedAt: ago(15) }), /^Interprète \(arabe\) : pas de réponse à \d+ h( \d\d)?/);
  assert.match(said({ rungAt: ago(99), answeredAt: ago(90), endedAt: ago(10), seconds: 80 }), /^Interprète \(arabe\) : a quitté l’appel, 1 min/);
});

test('a miss after an earlier talk is told as a miss', () => {
  assert.match(said({ rungAt: ago(20), answeredAt: ago(90), endedAt: ago(40), missedAt: ago(5), seconds: 50 }), /pas de réponse/);
});

test('the language that is asked for first is one that somebody interprets', () => {
  assert.equal(likelyLanguage({ ar: 'ISM' }, ['fr', 'ar']), 'ar');
  assert.equal(likelyLanguage({ ar: 'ISM' }, ['fr', null, undefined]), null);
});
