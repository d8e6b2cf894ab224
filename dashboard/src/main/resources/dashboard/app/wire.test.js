import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { boardView } from './board-view.js';
import { LiveState } from './live-state.js';

const WIRE = join(dirname(fileURLToPath(import.meta.url)), '../../../../../../gateway/src/test/resources/wire');
const files = existsSync(WIRE) ? readdirSync(WIRE).filter((name) => name.endsWith('.json')) : [];

/** What the views read of each thing; a name that the server changes fails here and not at night. */
const READ = {
  group: ['placeGroupId', 'siteName', 'name', 'placeType', 'genderRule', 'petsAllowed', 'accessReducedMobility', 'nightOnly', 'commune',
    'arrivalUntil', 'open', 'occupied', 'held', 'free', 'updatedAt', 'updatedBy', 'source', 'staleAfterMinutes'],
  hold: ['holdId', 'placeGroupId', 'places', 'agent', 'agentName', 'status', 'createdAt', 'expiresAt', 'offeredAt'],
  me: ['agent', 'displayName', 'state', 'reason', 'since', 'phone'],
  queue: ['queue', 'waiting', 'longestWaitSince', 'agentsReady', 'agentsTalking', 'asOf'],
  card: ['call', 'contactId', 'earlierCalls', 'earlierContacts', 'lastRequest', 'turn', 'today', 'promise'],
  turn: ['reason', 'rankAt', 'older', 'younger', 'putFirst'],
  today: ['calls', 'waitSeconds', 'answered'],
  parts: ['telephone', 'board', 'records'],
};

/** @param {any} message @returns {Array<[keyof typeof READ, any]>} the things in it */
function things(message) {
  const { type, groups = [], holds = [], ...rest } = message;
  const single = Object.entries(rest).filter(([name]) => name in READ);
  return /** @type {any} */ ([...groups.map((/** @type {any} */ each) => ['group', each]), ...holds.map((/** @type {any} */ each) => ['hold', each]), ...single]);
}

/** @returns {any} a desk that heard nothing yet */
function listener() {
  globalThis.requestAnimationFrame ??= /** @type {any} */ (() => 0);
  return new LiveState({ agent: 'claire', displayName: '', role: 'LISTENER', csrf: '', phones: [], sites: [], demo: true }, 'ws://unused');
}

test('every message of the wire carries what the views read', { skip: files.length === 0 && 'no golden files yet' }, () => {
  for (const name of files) {
    const message = JSON.parse(readFileSync(join(WIRE, name), 'utf8'));
    if (!message.type) continue;
    for (const [kind, thing] of things(message)) {
      for (const field of READ[kind]) assert.ok(field in thing, `${name}: ${kind}.${field}`);
    }
  }
});

test('every message of the wire is understood', { skip: files.length === 0 && 'no golden files yet' }, () => {
  for (const name of files) {
    const message = JSON.parse(readFileSync(join(WIRE, name), 'utf8'));
    if (message.type && message.type !== 'resync') listener().hear(message);
  }
});

test('a board and a change to it end on the screen', () => {
  const state = listener();
  const group = { placeGroupId: 'a', siteName: 'A', name: '', free: 3, updatedAt: '2026-11-22T17:00:00Z', staleAfterMinutes: 240 };
  state.hear({ type: 'hello', epoch: 'e', parts: { telephone: 'UP', board: 'UP', records: 'UP' } });
  state.hear({ type: 'board', version: 4, nightOf: '2026-11-22', groups: [group] });
  state.hear({ type: 'boardChange', version: 5, groups: [{ ...group, free: 1 }] });
  state.hear({ type: 'hold', hold: { holdId: 'h', placeGroupId: 'a', places: 2, agent: 'karim', status: 'ACTIVE', expiresAt: '2026-11-22T17:10:00Z' } });
  const seen = boardView({ groups: state.groups.items, fits: new Map(), holds: [...state.holds.values()], agent: 'claire', contactId: null, persons: 1, nowMillis: Date.parse('2026-11-22T17:01:00Z') });
  assert.equal(seen.fitting[0].group.free, 1);
  assert.equal(seen.fitting[0].others[0].agent, 'karim');
});

test('the time of the last good board is told while Redis is away', () => {
  const state = listener();
  state.hear({ type: 'parts', parts: { telephone: 'UP', board: 'DOWN', records: 'UP' } });
  const { boardLostAt } = state;
  assert.ok(boardLostAt);
  state.hear({ type: 'parts', parts: { telephone: 'DOWN', board: 'DOWN', records: 'UP' } });
  assert.equal(state.boardLostAt, boardLostAt);
  state.hear({ type: 'parts', parts: { telephone: 'UP', board: 'UP', records: 'UP' } });
  assert.equal(state.boardLostAt, null);
});
