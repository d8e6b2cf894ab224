import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boardView, isStale } from './board-view.js';

const NOW = Date.parse('2026-11-22T18:00:00Z');
const at = (/** @type {number} */ minutes) => new Date(NOW + minutes * 60_000).toISOString();
/** @param {string} id @param {any} [more] @returns {any} */
const group = (id, more = {}) => ({ placeGroupId: id, siteName: id, name: '', free: 4, updatedAt: at(-10), staleAfterMinutes: 240, ...more });
/** @param {string} placeGroupId @param {string} agent @param {any} [more] @returns {any} */
const hold = (placeGroupId, agent, more = {}) => ({ holdId: placeGroupId + agent, placeGroupId, agent, places: 2, status: 'ACTIVE', expiresAt: at(6), ...more });
/** @param {any} more */
const view = (more) => boardView({ groups: [], fits: new Map(), holds: [], agent: 'claire', contactId: 'k', persons: 2, nowMillis: NOW, ...more });
const names = (/** @type {any[]} */ places) => places.map((place) => place.group.placeGroupId);

test('what fits comes first, the sure before the old, the own hold before all', () => {
  const seen = view({ groups: [group('a', { updatedAt: at(-300) }), group('b'), group('c', { free: 0 })], holds: [hold('c', 'claire')] });
  assert.deepEqual(names(seen.fitting), ['c', 'b', 'a']);
  assert.equal(seen.fitting[2].stale, true);
});

test('the server’s reason is kept, but the live figure decides whether there are enough', () => {
  const fits = new Map([['dog', group('dog', { misfit: 'PETS' })], ['was-full', group('was-full', { misfit: 'TOO_FEW_PLACES' })]]);
  const seen = view({ groups: [group('dog'), group('was-full', { free: 3 }), group('now-full', { free: 1 })], fits });
  assert.deepEqual(names(seen.fitting), ['was-full']);
  assert.deepEqual(seen.misfits.map((place) => place.misfit), ['PETS', 'TOO_FEW_PLACES']);
});

test('a hold that ran out is nobody’s, even before the server says so', () => {
  const [place] = view({ groups: [group('a')], holds: [hold('a', 'karim', { expiresAt: at(-0.01) })] }).fitting;
  assert.deepEqual(place.others, []);
});

test('holds of others carry their agent', () => {
  const [place] = view({ groups: [group('a')], holds: [hold('a', 'karim')] }).fitting;
  assert.equal(place.mine, null);
  assert.equal(place.others[0].agent, 'karim');
});

test('a figure is old from the minute after the site’s own promise', () => {
  assert.equal(isStale(group('a', { updatedAt: at(-240) }), NOW), false);
  assert.equal(isStale(group('a', { updatedAt: at(-240.1) }), NOW), true);
});
