import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pauseMillis } from './live-link.js';

test('the pause grows, has an upper bound, and no two screens come back together', () => {
  assert.equal(pauseMillis(0, 1), 400);
  assert.equal(pauseMillis(3, 1), 3200);
  assert.equal(pauseMillis(30, 1), 15_000);
  assert.equal(pauseMillis(30, 0), 7_500);
});
