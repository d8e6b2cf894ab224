import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closingEnd } from './closing-end.js';

const at = (/** @type {string} */ end, /** @type {number[]} */ ...[year, month, date, hour, minute]) => {
  const said = closingEnd(end, new Date(year, month - 1, date, hour, minute).getTime());
  return said === null ? null : new Date(said);
};

test('tomorrow is the next day at noon, late at night and over the end of a year', () => {
  assert.deepEqual(at('TOMORROW', 2026, 11, 27, 23, 59), new Date(2026, 10, 28, 12));
  assert.deepEqual(at('TOMORROW', 2026, 11, 27, 0, 1), new Date(2026, 10, 28, 12));
  assert.deepEqual(at('THREE_DAYS', 2026, 12, 30, 18, 0), new Date(2027, 0, 2, 12));
});

test('a week is the same noon on both clock nights', () => {
  assert.deepEqual(at('WEEK', 2026, 10, 24, 18, 0), new Date(2026, 9, 31, 12));
  assert.deepEqual(at('WEEK', 2027, 3, 27, 18, 0), new Date(2027, 3, 3, 12));
});

test('who does not know promises nothing', () => {
  assert.equal(at('UNKNOWN', 2026, 11, 27, 18, 0), null);
  assert.equal(at('OTHER', 2026, 11, 27, 18, 0), null);
});
