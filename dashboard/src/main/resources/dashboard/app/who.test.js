import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from './api.js';
import { calledBy, searched } from './person-name.js';
import { Who } from './who.js';

const AWA = { personId: 'p1', code: 'A4F7', firstName: 'Awa', lastName: 'Ba', pseudonym: '', birthYear: 1990, lastContactAt: null, why: ['NUMBER'] };

/** @param {Record<string, (body?: any) => any>} answers */
function door(answers) {
  /** @type {string[]} */
  const asked = [];
  /** @type {any} */
  const ask = async (/** @type {string} */ method, /** @type {string} */ path, /** @type {any} */ body) => {
    asked.push(`${method} ${path}`);
    return answers[`${method} ${path}`](body);
  };
  return { ask, asked };
}

test('what is said aloud as a code is searched as a code', () => {
  assert.deepEqual(searched(' a 4 f 7 ', '1990'), { code: 'a 4 f 7' });
  assert.deepEqual(searched('Awa', '1990'), { name: 'Awa', birthYear: 1990 });
  assert.deepEqual(searched('Awa', '90'), { name: 'Awa' });
  assert.equal(searched('  ', '1990'), null);
});

test('a person is called by what they said', () => {
  assert.equal(calledBy(AWA), 'Awa Ba');
  assert.equal(calledBy({ ...AWA, pseudonym: 'La Grande' }), 'Awa Ba (La Grande)');
  assert.equal(calledBy({ firstName: '', lastName: '', pseudonym: '' }), '');
});

test('linking looks again and forgets what was searched', async () => {
  /** @type {any} */
  let linked = null;
  const { ask, asked } = door({
    'GET /api/contacts/c1/person': () => ({ linked, found: linked ? [] : [AWA] }),
    'POST /api/contacts/c1/person/search': () => ({ linked: null, found: [AWA] }),
    'PUT /api/contacts/c1/person': ({ personId }) => (linked = { ...AWA, personId }),
  });
  const who = new Who('c1', ask);
  await who.look();
  await who.search('awa', '');
  assert.equal(who.results?.length, 1);

  await who.link('p1');

  assert.equal(who.linked?.personId, 'p1');
  assert.equal(who.results, null);
  assert.equal(asked.at(-2), 'PUT /api/contacts/c1/person');
});

test('an answer that was lost is asked for again with the same id', async () => {
  let tries = 0;
  /** @type {string[]} */
  const ids = [];
  const { ask } = door({
    'GET /api/contacts/c1/person': () => ({ linked: AWA, found: [] }),
    'POST /api/persons': ({ personId }) => {
      ids.push(personId);
      if (++tries === 1) throw new Problem(0, { code: 'NETWORK' });
    },
    'PUT /api/contacts/c1/person': () => null,
  });

  await new Who('c1', ask).add({ firstName: 'Awa', lastName: '', pseudonym: '', birthYear: null, gender: 'UNKNOWN', language: null, refused: false }, 'p9');

  assert.deepEqual(ids, ['p9', 'p9']);
});

test('a file is opened for the contact and a refusal is shown in words', async () => {
  const { ask, asked } = door({
    'GET /api/contacts/c1/person': () => ({ linked: AWA, found: [] }),
    'GET /api/persons/p1?purpose=CALL&subject=c1': () => {
      throw new Problem(403, { code: 'NO_PURPOSE' });
    },
  });
  const who = new Who('c1', ask);
  await who.look();

  await who.open();

  assert.equal(who.file, null);
  assert.equal(who.problem?.code, 'NO_PURPOSE');
  assert.equal(asked.at(-1), 'GET /api/persons/p1?purpose=CALL&subject=c1');
});
