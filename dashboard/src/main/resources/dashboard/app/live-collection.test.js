import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { LiveCollection } from './live-collection.js';

/** @typedef {{id: string, free: number}} Thing */
/** @type {LiveCollection<Thing>} */
let things;
beforeEach(() => {
  things = new LiveCollection((thing) => thing.id);
});

test('nothing is believed before the first snapshot', () => {
  assert.equal(things.change(1, [{ id: 'a', free: 1 }]), 'ALREADY_KNOWN');
  assert.deepEqual(things.items, []);
  assert.ok(things.waiting);
});

test('numbered changes follow the snapshot', () => {
  things.snapshot(7, [{ id: 'a', free: 4 }, { id: 'b', free: 2 }]);
  assert.equal(things.change(8, [{ id: 'b', free: 1 }]), 'APPLIED');
  assert.deepEqual(things.items, [{ id: 'a', free: 4 }, { id: 'b', free: 1 }]);
  assert.equal(things.version, 8);
});

test('a change that came twice, or late, changes nothing', () => {
  things.snapshot(7, [{ id: 'a', free: 4 }]);
  things.change(8, [{ id: 'a', free: 3 }]);
  assert.equal(things.change(8, [{ id: 'a', free: 9 }]), 'ALREADY_KNOWN');
  assert.equal(things.change(5, [{ id: 'a', free: 9 }]), 'ALREADY_KNOWN');
  assert.equal(things.item('a')?.free, 3);
});

test('a gap asks once for a snapshot and believes nothing until it comes', () => {
  things.snapshot(7, [{ id: 'a', free: 4 }]);
  assert.equal(things.change(9, [{ id: 'a', free: 2 }]), 'GAP');
  assert.equal(things.change(10, [{ id: 'a', free: 1 }]), 'ALREADY_KNOWN');
  assert.equal(things.item('a')?.free, 4, 'the last known stays shown');
  things.snapshot(10, [{ id: 'a', free: 1 }]);
  assert.equal(things.change(11, [{ id: 'a', free: 0 }]), 'APPLIED');
});

test('a new server may count from a lower number', () => {
  things.snapshot(900, [{ id: 'a', free: 4 }]);
  things.distrust();
  assert.equal(things.change(901, [{ id: 'a', free: 0 }]), 'ALREADY_KNOWN');
  things.snapshot(3, [{ id: 'b', free: 5 }]);
  assert.deepEqual(things.items, [{ id: 'b', free: 5 }]);
});
