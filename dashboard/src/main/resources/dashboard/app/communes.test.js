import assert from 'node:assert/strict';
import { test } from 'node:test';
import { communeCode, communeName, learnCommunes } from './communes.js';

learnCommunes([
  { inseeCode: '34172', name: 'Montpellier' }, { inseeCode: '34032', name: 'Béziers' }, { inseeCode: '34270', name: 'Saint-Jean-de-Védas' },
]);

test('a commune is found by name without accents, or by its code', () => {
  assert.equal(communeCode('beziers'), '34032');
  assert.equal(communeCode('Saint Jean de Vedas'), '34270');
  assert.equal(communeCode('Montpellier (34172)'), '34172');
  assert.equal(communeCode('2a004'), '2A004');
});

test('what is not a commune is unknown, never a guess', () => {
  assert.equal(communeCode(''), 'UNKNOWN');
  assert.equal(communeCode('Montpel'), 'UNKNOWN');
  assert.equal(communeName('UNKNOWN'), '');
  assert.equal(communeName('75056'), '75056');
});
