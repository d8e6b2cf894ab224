import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colleagueSentence } from './colleague-words.js';

process.env.TZ = 'Europe/Paris';
const plain = (/** @type {string} */ text) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const ago = (/** @type {number} */ seconds) => new Date(Date.now() - seconds * 1000).toISOString();
const asked = { agent: 'karim', name: 'Karim B.', askedBy: 'Claire D.', rungAt: ago(99), missedAt: null, answeredAt: null, since: null, endedAt: null, rings: false, passedOn: false };
const said = (/** @type {any} */ change, me = 'claire') => plain(colleagueSentence({ ...asked, ...change }, me));

test('who asked reads how it stands, and how to leave', () => {
  assert.equal(colleagueSentence(null, 'claire'), '');
  assert.match(said({ rings: true, rungAt: ago(12) }), /^Karim B\. : sonne depuis 00:12/);
  assert.match(said({ since: ago(90) }), /^Karim B\. : avec vous depuis 01:30\. Raccrochez pour lui laisser l’appel\.$/);
  assert.match(said({ missedAt: ago(15) }), /^Karim B\. : pas de réponse à/);
  assert.match(said({ endedAt: ago(15) }), /^Karim B\. : a quitté l’appel à/);
  assert.match(said({ since: ago(90), passedOn: true }), /^Karim B\. a repris l’appel/);
});

test('who was asked reads by whom, and when the caller is his own', () => {
  assert.match(said({ rings: true }, 'karim'), /^Claire D\. vous demande dans cet appel/);
  assert.match(said({ since: ago(90) }, 'karim'), /^Vous aidez Claire D\. depuis 01:30/);
  assert.match(said({ since: ago(90), passedOn: true }, 'karim'), /^Claire D\. vous a laissé cet appel/);
  assert.equal(said({ missedAt: ago(15) }, 'karim'), '');
});
