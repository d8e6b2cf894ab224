import assert from 'node:assert/strict';
import { test } from 'node:test';
import { learnCommunes } from './communes.js';
import { siaoFields, siaoText } from './siao.js';

/** @type {any} */
const CONTACT = {
  adults: 1, minors: 1, under3: 1, householdType: 'WOMAN_WITH_CHILD', pets: 'NONE', inseeCode: '34172', lastNight: 'STATION_HALL', needs: ['NIGHT_SHELTER', 'FOOD'],
  kinds: ['SHELTER_REQUEST'], personWish: 'une nuit au calme', pseudonym: 'Mme K.', language: 'fr', nextStep: 'NONE_NEEDED', reducedMobility: true, noteText: 'ne pas dire',
};
/** @type {any} */
const PERSON = { firstName: 'Kadiatou', lastName: 'Diallo', pseudonym: '', birthYear: 1994, gender: 'WOMAN', language: null };

/** @param {any} contact @param {any} person */
const values = (contact, person) => Object.fromEntries(siaoFields(contact, person).map(({ field, value }) => [field, value]));

test('each field of the sheet has its own value', () => {
  learnCommunes([{ inseeCode: '34172', name: 'Montpellier' }]);
  const sheet = values(CONTACT, PERSON);
  assert.equal(sheet.lastName, 'Diallo');
  assert.equal(sheet.usedName, 'Mme K.');
  assert.equal(sheet.birthYear, '1994');
  assert.equal(sheet.persons, '2');
  assert.equal(sheet.commune, 'Montpellier (34172)');
  assert.equal(sheet.gender, 'femme');
});

test('what nobody said is empty and is not on the text', () => {
  const sheet = siaoFields({ ...CONTACT, inseeCode: 'UNKNOWN', lastNight: null, pseudonym: null, personWish: null, reducedMobility: null }, null);
  const empty = sheet.filter(({ value }) => value === '').map(({ field }) => field);
  for (const field of ['lastName', 'firstName', 'usedName', 'birthYear', 'commune', 'lastNight', 'wish', 'reducedMobility', 'pets']) assert.ok(empty.includes(field), field);
  assert.doesNotMatch(siaoText(sheet), /null|undefined|UNKNOWN|^(Nom|Prénom|Commune)\u00a0/m);
});

test('the note of the agent stays with us', () => {
  assert.doesNotMatch(siaoText(siaoFields(CONTACT, PERSON)), /ne pas dire/);
});

test('the sheet has no field for papers, nationality or health', () => {
  assert.ok(siaoFields(CONTACT, PERSON).every(({ field }) => !/nation|paper|health|social/i.test(field)));
});
