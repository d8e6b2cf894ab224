import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SHORTCUTS, shortcutOf, shownKeys } from './keys.js';
import { settings } from './settings.js';

/** @param {string} key @param {any} [more] */
const press = (key, more = {}) => ({ key, ctrlKey: true, shiftKey: true, altKey: false, metaKey: false, ...more });

test('a shortcut works while typing, a plain letter never is one', () => {
  assert.equal(shortcutOf(press('A'), true), 'answer');
  assert.equal(shortcutOf(press('a'), true), 'answer');
  assert.equal(shortcutOf(press('A', { ctrlKey: false }), false), null);
});

test('the question mark opens the guide, but is a question mark in a field', () => {
  const mark = press('?', { ctrlKey: false });
  assert.equal(shortcutOf(mark, false), 'guide');
  assert.equal(shortcutOf(mark, true), null);
});

test('switched off means off', () => {
  settings.write('shortcuts', 'off');
  assert.equal(shortcutOf(press('A'), false), null);
  assert.equal(shortcutOf(press('?', { ctrlKey: false }), false), null);
  assert.equal(shownKeys('answer'), '');
  settings.write('shortcuts', 'on');
});

test('no key means two things and none is one that browsers keep for themselves', () => {
  const keys = SHORTCUTS.map((shortcut) => shortcut.key);
  assert.equal(new Set(keys).size, keys.length);
  for (const taken of ['N', 'T', 'W', 'Q']) assert.ok(!keys.includes(taken), taken);
});
