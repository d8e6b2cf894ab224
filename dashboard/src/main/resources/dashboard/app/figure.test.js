import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, figure, hourOf } from './figure.js';

const plain = (/** @type {string} */ text) => text.replace(/[\u00a0\u202f]/g, ' ');

test('a figure is written by its unit, and what is not there is a dash', () => {
  assert.equal(plain(figure(0.4, 'SHARE')), '40,0 %');
  assert.equal(plain(figure(20 / 73, 'SHARE')), '27,4 %');
  assert.equal(plain(figure(59.6, 'SECONDS')), '1 min 00 s');
  assert.equal(plain(figure(725, 'SECONDS')), '12 min 05 s');
  assert.equal(plain(figure(7_500, 'SECONDS')), '2 h 05 min');
  assert.equal(plain(figure(92 / 55, 'CALLS_PER_CALLER')), '1,67');
  assert.equal(plain(figure(1350, 'CALLS')), '1 350');
  assert.equal(plain(figure(2.5, 'CALLS')), '2,5');
  assert.equal(figure(null, 'SHARE'), '–');
  assert.equal(figure(0, 'CALLS'), '0');
});

test('hours and days are those of the deployment', () => {
  assert.equal(plain(hourOf('2026-10-25T00:00:00Z', 'Europe/Paris')), '2 h');
  assert.equal(plain(hourOf('2026-10-25T01:00:00Z', 'Europe/Paris')), '2 h');
  assert.equal(plain(hourOf('2026-10-24T22:00:00Z', 'Europe/Paris')), '0 h');
  assert.match(dayOf('2026-10-24T22:00:00Z', 'Europe/Paris'), /25\/10/);
});
