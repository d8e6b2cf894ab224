import assert from 'node:assert/strict';
import { test } from 'node:test';
import { segmentsOf } from './segments.js';

test('a text is counted in its alphabet, with room lost where segments are joined', () => {
  assert.deepEqual(segmentsOf(''), { units: 0, segments: 0 });
  assert.deepEqual(segmentsOf('é'.repeat(160)), { units: 160, segments: 1 });
  assert.deepEqual(segmentsOf('a'.repeat(161)), { units: 161, segments: 2 });
  assert.deepEqual(segmentsOf('€'.repeat(80)), { units: 160, segments: 1 });
  assert.deepEqual(segmentsOf('ê'.repeat(71)), { units: 71, segments: 2 });
  assert.deepEqual(segmentsOf('😀'.repeat(35)), { units: 70, segments: 1 });
});
