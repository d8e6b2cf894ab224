import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { useHouseLists } from './house-lists.js';
import { chosen, offersOf, reasonWord } from './finer.js';
import { codeWord, codesOf } from './words.js';

/** @param {string} list @param {Array<Partial<import('./house-lists.js').ListEntry> & {code: string}>} entries */
const houseList = (list, entries) => ({ list, version: 1, takesOwn: true, changedBy: null, changedAt: null,
  entries: entries.map((entry) => ({ parent: null, fr: '', en: '', offered: true, ...entry })) });

afterEach(() => void useHouseLists([]));

test('without a word of the house ours hold, in our order', () => {
  assert.equal(codeWord('closureWhy', 'PEST'), 'nuisibles');
  assert.equal(codesOf('closureWhy')[0], 'WORKS');
  assert.equal(useHouseLists([]), false);
});

test('the house names, orders and hides what forms offer; what was recorded stays readable', () => {
  const codes = codesOf('closureWhy');
  assert.equal(useHouseLists([houseList('CLOSURE_REASON', [{ code: 'PEST', fr: 'insectes', en: 'insects' }, { code: 'WORKS', offered: false }])]), true);

  assert.equal(codeWord('closureWhy', 'PEST'), 'insectes');
  assert.deepEqual(codesOf('closureWhy'), ['PEST', ...codes.filter((code) => code !== 'PEST' && code !== 'WORKS')]);
  assert.equal(codeWord('closureWhy', 'WORKS'), 'travaux');
});

test('a finer entry is offered behind its code, sent beside it, and read after it', () => {
  useHouseLists([houseList('CLOSURE_REASON', [{ code: 'WORKS' }, { code: 'PEST' },
    { code: 'punaises-de-lit', parent: 'PEST', fr: 'Punaises de lit', en: 'Bedbugs' }, { code: 'rats', parent: 'PEST', fr: 'Rats', en: 'Rats', offered: false }])]);

  const offers = offersOf('closureWhy');
  assert.deepEqual(offers.slice(1, 3), [{ value: 'PEST', word: 'nuisibles' }, { value: 'PEST/punaises-de-lit', word: 'nuisibles\u00a0: Punaises de lit' }]);
  assert.equal(offers.some(({ value }) => value === 'PEST/rats'), false);
  assert.deepEqual(chosen('PEST/punaises-de-lit'), { reason: 'PEST', ownCode: 'punaises-de-lit' });
  assert.deepEqual(chosen('WORKS'), { reason: 'WORKS', ownCode: null });
  assert.equal(reasonWord('closureWhy', 'PEST', 'rats'), 'nuisibles\u00a0: Rats');
  assert.equal(reasonWord('closureWhy', 'PEST', null), 'nuisibles');
});

test('a code that came with a release is offered behind what the house has said of', () => {
  useHouseLists([houseList('CLOSURE_REASON', [{ code: 'OTHER' }])]);

  assert.equal(codesOf('closureWhy')[0], 'OTHER');
  assert.ok(codesOf('closureWhy').includes('PEST'));
});
