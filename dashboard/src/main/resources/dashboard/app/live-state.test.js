import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LiveState } from './live-state.js';

/** @param {string} agent @param {number} n */
const hold = (agent, n) => /** @type {any} */ ({ type: 'hold', hold: { holdId: `hold-${n}`, placeGroupId: `group-${n}`, agent, status: 'ACTIVE' } });

test('what colleagues keep is drawn four times a second, however much it is, and what one keeps oneself at once', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const state = new LiveState(/** @type {any} */ ({ agent: 'claire' }), 'ws://127.0.0.1/live');
  let drawn = 0;
  state.addEventListener('change', () => drawn++);

  for (let n = 0; n < 50; n++) {
    state.hear(hold('karim', n));
    context.mock.timers.tick(20);
  }
  assert.equal(state.holds.size, 50);
  assert.ok(drawn >= 3 && drawn <= 4, `drawn ${drawn} times in a second`);

  context.mock.timers.tick(1_000);
  const before = drawn;
  state.hear(hold('claire', 99));
  context.mock.timers.tick(50);
  assert.equal(drawn, before + 1);
});
