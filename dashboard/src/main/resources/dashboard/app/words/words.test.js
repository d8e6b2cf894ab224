import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { codeWord, codesOf, fill, languages, problemWord, t } from '../words.js';
import { french } from '../french.js';

const APP = join(dirname(fileURLToPath(import.meta.url)), '..');
const sources = () => readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.js') && !name.endsWith('.test.js') && !name.startsWith('words/'))
  .map((name) => ({ name, text: readFileSync(join(APP, name), 'utf8') }));
const holes = (/** @type {import('../words.js').Message} */ message) =>
  [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].sort();

test('both languages have the same words with the same placeholders', () => {
  assert.deepEqual(Object.keys(languages.en).sort(), Object.keys(languages.fr).sort());
  for (const key of Object.keys(languages.fr)) {
    assert.deepEqual(holes(languages.en[key]), holes(languages.fr[key]), key);
    assert.equal(typeof languages.en[key], typeof languages.fr[key], key);
  }
});

test('no word is written twice, for the later one would silently win', () => {
  for (const lang of ['fr', 'en']) {
    const tables = readdirSync(join(APP, 'words')).filter((name) => name === `${lang}.js` || name.startsWith(`${lang}-`));
    const keys = tables.flatMap((name) => [...readFileSync(join(APP, 'words', name), 'utf8').matchAll(/^ {2}'([^']+)':/gm)].map(([, key]) => key));
    assert.ok(keys.length > 100, lang);
    assert.deepEqual(keys.filter((key, at) => keys.indexOf(key) !== at), [], lang);
  }
});

test('every word that a page asks for exists', () => {
  for (const { name, text } of sources()) {
    for (const [, key] of text.matchAll(/\bt\('([^']+)'/g)) assert.ok(key in languages.fr, `${name}: ${key}`);
    for (const [, list] of text.matchAll(/\b(?:codeWord|codesOf)\('([^']+)'/g)) assert.ok(codesOf(list).length > 0, `${name}: ${list}`);
  }
});

test('no visible word stands in the code itself', () => {
  for (const { name, text } of sources().filter((source) => source.name.includes('/'))) {
    const shown = [...text.replace(/\/\*[^]*?\*\//g, '').matchAll(/(?<!=)>([^<>$`{}]*[A-Za-zÀ-ÿ]{3,}[^<>$`{}]*)</g)].map(([, words]) => words.trim());
    assert.deepEqual(shown.filter((words) => !/[=;()]|Ctrl/.test(words)), [], name);
  }
});

test('French never breaks a line before its double signs or between figure and unit', () => {
  assert.equal(french('Un danger ? Oui ! « Là » : 18 h 47 ; 12 min'), 'Un danger\u00a0? Oui\u00a0! «\u00a0Là\u00a0»\u00a0: 18\u00a0h\u00a047\u00a0; 12\u00a0min');
  for (const [key, message] of Object.entries(languages.fr)) {
    for (const text of typeof message === 'string' ? [message] : Object.values(message)) {
      assert.doesNotMatch(fill(text, {}, 'fr'), / [:;!?»]|« /, key);
      assert.doesNotMatch(text, /'/, `${key}: typographic apostrophe`);
    }
  }
});

test('no word shouts and none calls the caller names', () => {
  for (const table of Object.values(languages)) {
    for (const [key, message] of Object.entries(table)) assert.doesNotMatch(JSON.stringify(message), /!"|!\s*$/, key);
  }
});

test('one and several differ where the language says so', () => {
  assert.equal(t('place.persons', { n: 1 }), '1 personne');
  assert.equal(t('place.persons', { n: 3 }), '3 personnes');
  assert.equal(t('place.free', { n: 0 }), 'libre');
});

test('a code nobody translated is shown as it is, an unknown problem as our fault', () => {
  assert.equal(codeWord('need', 'SOMETHING_NEW'), 'SOMETHING_NEW');
  assert.equal(codeWord('need', null), 'non dit');
  assert.equal(problemWord('NEVER_HEARD_OF'), t('problem.UNEXPECTED'));
});
