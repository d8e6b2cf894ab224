import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BOX, across, ceiling, everyNth, path, up } from './curve.js';

test('nothing stands above the top or outside the box', () => {
  for (const most of [0, 1, 5, 6, 19, 44, 99, 101, 1350, 18_000]) assert.ok(ceiling(most) >= most && ceiling(most) > 0, String(most));
  assert.equal(ceiling(44), 50);
  assert.ok(across(0, 25) > BOX.left && across(24, 25) < BOX.width);
  assert.equal(up(50, 50), 4);
  assert.ok(up(0, 50) <= BOX.height - BOX.bottom + 4);
});

test('a line goes through each value in its order', () => {
  assert.match(path([0, 5], 5), /^M\d+\.\d \d+\.\d L\d+\.\d 4\.0$/);
  assert.equal(path([], 5), '');
  assert.equal(everyNth(25), 2);
  assert.equal(everyNth(7), 1);
});
