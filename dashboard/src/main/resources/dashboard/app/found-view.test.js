import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foundView } from './found-view.js';

const NOW = Date.parse('2026-11-22T18:00:00Z');
const at = (/** @type {number} */ minutes) => new Date(NOW + minutes * 60_000).toISOString();
/** @param {string} id @param {any} [more] @returns {any} */
const group = (id, more = {}) => ({
  placeGroupId: id, siteName: id, name: '', free: 4, updatedAt: at(-10), staleAfterMinutes: 240, rooms: { unit: 'PERSON_PLACE', size: 1, cots: 0, onDemand: false }, ...more,
});
/** @param {any} of @param {any} [more] @returns {any} */
const found = (of, more = {}) => ({ group: of, places: 2, stale: false, why: [], whyNot: [], way: null, ...more });
/** @param {string} placeGroupId @param {string} agent @param {any} [more] @returns {any} */
const hold = (placeGroupId, agent, more = {}) => ({ holdId: placeGroupId + agent, placeGroupId, agent, places: 2, status: 'ACTIVE', expiresAt: at(6), ...more });
/** @param {any[]} fits @param {any[]} nearMisses @param {any} [more] */
const view = (fits, nearMisses, more = {}) => foundView({
  answer: /** @type {any} */ ({ fits, nearMisses }), item: () => undefined, holds: [], promised: new Set(), agent: 'claire', nowMillis: NOW, ...more,
});
const names = (/** @type {any[]} */ places) => places.map((place) => place.group.placeGroupId);

test('the server’s order is kept, the own hold comes first, from wherever it is', () => {
  const live = new Map([['elsewhere', group('elsewhere')]]);
  const seen = view([found(group('b')), found(group('a'))], [found(group('m'), { whyNot: [{ misfit: 'PETS', amount: 0, time: null }] })], {
    holds: [hold('elsewhere', 'claire'), hold('a', 'claire'), hold('x', 'karim')], item: (/** @type {string} */ id) => live.get(id),
  });
  assert.deepEqual(names(seen.fits), ['elsewhere', 'a', 'b']);
  assert.deepEqual(names(seen.misses), ['m']);
});

test('what was promised stays first and in sight until the contact closes, also when the search names it no more', () => {
  const live = new Map([['gone', group('gone')]]);
  const seen = view([found(group('a')), found(group('b'))], [found(group('m'))], {
    promised: new Set(['gone', 'm']), item: (/** @type {string} */ id) => live.get(id),
  });
  assert.deepEqual(names(seen.fits), ['gone', 'm', 'a', 'b']);
  assert.deepEqual(names(seen.misses), []);
});

test('the live figure says at once that a place went, and how many are missing in whole rooms', () => {
  const rooms = { unit: 'ROOM', size: 4, cots: 0, onDemand: false };
  const live = new Map([['a', group('a', { free: 3, rooms })]]);
  const [place] = view([found(group('a', { rooms }), { places: 4 })], [], { item: (/** @type {string} */ id) => live.get(id) }).fits;
  assert.deepEqual(place.whyNot, [{ misfit: 'TOO_FEW_PLACES', amount: 4, time: null }]);
});

test('a miss for want of places fits as soon as one is freed, other reasons stay', () => {
  const tooFew = { misfit: 'TOO_FEW_PLACES', amount: 1, time: null };
  const tooFar = { misfit: 'TOO_FAR', amount: 4, time: null };
  const seen = view([], [found(group('a', { free: 2 }), { whyNot: [tooFew] }), found(group('b'), { whyNot: [tooFar] })]);
  assert.deepEqual(seen.misses.map((place) => place.whyNot), [[], [tooFar]]);
});

test('a hold that ran out is nobody’s; what is on demand does not age', () => {
  const hotel = group('a', { updatedAt: null, rooms: { unit: 'ROOM', size: 2, cots: 0, onDemand: true } });
  const [place] = view([found(hotel)], [], { holds: [hold('a', 'karim', { expiresAt: at(-0.01) })] }).fits;
  assert.deepEqual(place.others, []);
  assert.equal(place.stale, false);
});
