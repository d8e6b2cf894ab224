import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answeredLine, languageLine, todayLine, turnSentence } from './why-now.js';

process.env.TZ = 'Europe/Paris';
const plain = (/** @type {string} */ text) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const ago = (/** @type {number} */ seconds) => new Date(Date.now() - seconds * 1000).toISOString();

const turn = { reason: 'ARRIVAL', rankAt: ago(600), older: null, younger: null, olderForLanguage: null, putFirst: null };
const said = (/** @type {any} */ change) => plain(turnSentence({ ...turn, ...change }));

test('before the answer only the rank explains the turn', () => {
  assert.match(said({}), /^appel arrivé .*\d h( \d\d)?$/);
  assert.match(said({ reason: 'REDIAL' }), /^place gardée .* ligne coupée$/);
});

test('at the answer the others who waited complete the sentence', () => {
  assert.match(said({ older: 0, younger: 0 }), /, personne d’autre n’attendait$/);
  assert.match(said({ older: 0, younger: 1 }), /, le plus ancien, 1 attendait derrière$/);
  assert.match(said({ older: 0, younger: 6 }), /, le plus ancien, 6 attendaient derrière$/);
  assert.match(said({ older: 2, younger: 6 }), /, 2 plus anciens attendaient encore$/);
});

test('an older caller who waits for his language explains why a younger one is here', () => {
  assert.match(said({ older: 1, younger: 0, olderForLanguage: 1 }), /, 1 plus ancien attend qui parle sa langue$/);
  assert.match(said({ older: 2, younger: 0, olderForLanguage: 1 }), /, 2 plus anciens attendaient encore$/);
});

test('the language is told with whether one speaks it and how long it was waited for', () => {
  const call = /** @type {any} */ ({ answeredAt: '2026-11-27T20:00:12.000Z' });
  assert.equal(languageLine(null, call), '');
  assert.equal(plain(languageLine({ code: 'ar', spoken: true, heldAt: '2026-11-27T20:00:00.000Z' }, call)), 'Langue : arabe, vous la parlez, 12 s d’attente pour cela');
  assert.equal(plain(languageLine({ code: 'fa', spoken: false, heldAt: null }, call)), 'Langue : dari, persan, vous ne la parlez pas');
});

test('who was put first is told with the name and the reason, not as a mystery', () => {
  const first = said({ older: 3, younger: 0, putFirst: { by: 'Sophie', reason: 'enfant dehors' } });
  assert.match(first, /, à passer en premier selon Sophie : enfant dehors$/);
});

test('a caller who tries again is one line', () => {
  assert.equal(plain(todayLine({ calls: 7, waitSeconds: 4320, answered: null })), '7e appel aujourd’hui, 1 h 12 d’attente en tout');
  assert.equal(plain(todayLine({ calls: 1, waitSeconds: 45, answered: null })), '1er appel aujourd’hui, 45 s d’attente en tout');
});

test('what is not known is not said', () => {
  assert.equal(todayLine(null), '');
  assert.equal(todayLine({ calls: 0, waitSeconds: 0, answered: null }), '');
  assert.equal(answeredLine(null), '');
  assert.equal(answeredLine({ calls: 2, waitSeconds: 0, answered: null }), '');
});

test('an agent sees who answered this person a moment ago', () => {
  const answered = { at: ago(70), by: 'Karim', mine: false, talking: false };
  const line = (/** @type {any} */ change) => plain(answeredLine({ calls: 2, waitSeconds: 9, answered: { ...answered, ...change } }));
  assert.equal(line({}), 'Décroché il y a 1 min par Karim');
  assert.equal(line({ mine: true }), 'Décroché il y a 1 min par vous');
  assert.equal(line({ talking: true }), 'Parle en ce moment avec Karim');
});
