import assert from 'node:assert/strict';
import { test } from 'node:test';
import { added, changed, codeOf, inFamilies, moved } from './list-draft.js';

/** @param {string} code @param {string | null} [parent] */
const entry = (code, parent = null) => ({ code, parent, fr: '', en: '', offered: true });
const LIST = [entry('WORKS'), entry('PEST'), entry('rats', 'PEST'), entry('punaises', 'PEST'), entry('OTHER')];
/** @param {Array<{code: string}> | null} entries */
const codes = (entries) => entries?.map(({ code }) => code);

test('an own entry stands below its code, wherever it was saved', () => {
  assert.deepEqual(codes(inFamilies([entry('rats', 'PEST'), entry('WORKS'), entry('PEST')])), ['WORKS', 'PEST', 'rats']);
});

test('a code moves with what stands below it, an own entry among its own', () => {
  assert.deepEqual(codes(moved(LIST, 'PEST', -1)), ['PEST', 'rats', 'punaises', 'WORKS', 'OTHER']);
  assert.deepEqual(codes(moved(LIST, 'rats', 1)), ['WORKS', 'PEST', 'punaises', 'rats', 'OTHER']);
  assert.equal(moved(LIST, 'WORKS', -1), LIST);
  assert.equal(moved(LIST, 'punaises', 1), LIST);
});

test('what is added gets a code of its French words, once', () => {
  const more = added(LIST, { parent: 'WORKS', fr: 'Dégât des eaux', en: 'Water damage' });
  assert.deepEqual(codes(more), ['WORKS', 'degat-des-eaux', 'PEST', 'rats', 'punaises', 'OTHER']);
  assert.equal(added(LIST, { parent: 'WORKS', fr: 'Rats', en: 'Rats' }), null);
  assert.equal(added(LIST, { parent: 'WORKS', fr: '…', en: '…' }), null);
});

test('a code is small letters and begins with one', () => {
  assert.equal(codeOf('  2 chambres : Œufs, puces & C°'), 'chambres-oeufs-puces-c');
  assert.match(codeOf('x'.repeat(39) + ' y'), /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
});

test('a change leaves the other lines alone', () => {
  const other = changed(LIST, 'PEST', { fr: 'insectes', offered: false });
  assert.deepEqual(other[1], { code: 'PEST', parent: null, fr: 'insectes', en: '', offered: false });
  assert.equal(other[0], LIST[0]);
});
