import assert from 'node:assert/strict';
import { test } from 'node:test';
import { risksIn } from './risky-words.js';

test('what names a person or says too much is noticed, however it is written', () => {
  assert.deepEqual(risksIn('rappeler au 06 39 98 12 78'), ['phone']);
  assert.deepEqual(risksIn('+33 639981278'), ['phone']);
  assert.deepEqual(risksIn('1 85 05 78 006 084 36'), ['idNumber']);
  assert.deepEqual(risksIn('née le 03/04/1994'), ['birthDate']);
  assert.deepEqual(risksIn('Épileptique, sous traitement'), ['health']);
  assert.deepEqual(risksIn('en dépression, sans papiers'), ['health', 'papers']);
  assert.deepEqual(risksIn('demandeur d’asile'), ['papers']);
  assert.deepEqual(risksIn('famille musulmane'), ['origin']);
});

test('ordinary words of a night are left alone', () => {
  for (const text of ['Appelle le 115 à 18 h 30, deux enfants, chien', 'chambre 12, étage 3, code 4521', 'revient vers 20/11', 'de Rome à Nîmes', 'romarin', 'code A4F7', 'place gardée 10 min', '']) {
    assert.deepEqual(risksIn(text), [], text);
  }
});

test('it is quick also on a long text', () => {
  assert.deepEqual(risksIn('0 1 2 3 '.repeat(5000)), []);
});
