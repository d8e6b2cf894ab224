import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from './api.js';
import { composition, differs, peopleWords, prefill } from './composition.js';
import { Household } from './household.js';

const FAMILY = { householdType: 'WOMAN_WITH_CHILD', adults: 1, minors: 2, under3: 1, pets: 'DOG' };
const NEW = { householdType: 'UNKNOWN', adults: 1, minors: null, under3: null, pets: 'NONE' };

test('a contact in which nobody has asked yet takes the household over', () => {
  assert.deepEqual(prefill(FAMILY, NEW), { householdType: 'WOMAN_WITH_CHILD', minors: 2, under3: 1, pets: 'DOG' });
  assert.deepEqual(prefill(FAMILY, { ...NEW, minors: 3 }), { householdType: 'WOMAN_WITH_CHILD', under3: 1, pets: 'DOG' });
});

test('what was said in this contact is never filled over', () => {
  assert.deepEqual(prefill(FAMILY, { ...NEW, householdType: 'WOMAN_ALONE' }), {});
  assert.equal(differs(FAMILY, { ...NEW, householdType: 'WOMAN_ALONE' }), true);
  assert.equal(differs(FAMILY, FAMILY), false);
  assert.deepEqual(composition(NEW), { ...NEW, minors: 0, under3: 0 });
});

test('a household is said in words', () => {
  assert.equal(peopleWords(FAMILY), 'Femme avec enfant, 1 adulte, 2 enfants, dont 1 de moins de 3 ans, chien');
  assert.equal(peopleWords({ ...FAMILY, householdType: 'MAN_ALONE', minors: 0, under3: 0, pets: 'NONE' }), 'Homme seul, 1 adulte');
});

test('the household of nobody is not asked for, and a second look at the same person neither', async () => {
  /** @type {string[]} */
  const asked = [];
  /** @type {any} */
  const door = async (/** @type {string} */ method, /** @type {string} */ path) => {
    asked.push(`${method} ${path}`);
    return { personId: 'p1', household: null, earlier: [], colleagues: [] };
  };
  const household = new Household('c1', door);
  await household.follow(null);
  void household.follow('p1');
  await household.follow('p1');
  assert.equal(household.file?.personId, 'p1', 'whoever follows waits for the look that is under way');

  assert.deepEqual(asked, ['GET /api/persons/p1/household?purpose=CALL&subject=c1']);
});

test('who is in it already is not offered, and a colleague who saved first is shown', async () => {
  const theirs = { personId: 'p1', household: { ...FAMILY, version: 5, members: [{ personId: 'p1' }] }, earlier: [], colleagues: [] };
  /** @type {any} */
  const door = async (/** @type {string} */ method, /** @type {string} */ path) => {
    if (method === 'PUT') throw new Problem(409, { code: 'CHANGED_ELSEWHERE', current: theirs });
    return path.endsWith('/search') ? { found: [{ personId: 'p1' }, { personId: 'p2' }] } : { ...theirs, household: { ...theirs.household, version: 4 } };
  };
  const household = new Household('c1', door);
  await household.follow('p1');
  await household.change(FAMILY);
  assert.equal(household.problem?.code, 'CHANGED_ELSEWHERE');
  assert.equal(household.file?.household?.version, 5);

  await household.search('awa', '');

  assert.deepEqual(household.candidates?.map(({ personId }) => personId), ['p2']);
});
