/** What the desk shows of a search: the server's order and reasons, with the live figures and the holds. Pure. */
import { isRunning, isStale } from './board-view.js';

/** @typedef {import('./wire.d.ts').GroupView} GroupView */
/** @typedef {import('./wire.d.ts').FoundPlace} FoundPlace */
/** @typedef {import('./wire.d.ts').HoldView} HoldView */
/**
 * @typedef {object} PlaceView
 * @property {GroupView} group as it is now
 * @property {FoundPlace | null} found null for an own hold or promise that the search does not name
 * @property {import('./wire.d.ts').Obstacle[]} whyNot empty when it fits
 * @property {boolean} stale the figure is older than the site promised
 * @property {HoldView | null} mine
 * @property {HoldView[]} others
 */

/**
 * @param {{answer: import('./wire.d.ts').SearchAnswer | null, item: (id: string) => GroupView | undefined, holds: HoldView[], agent: string,
 *   promised: Set<string>, nowMillis: number}} seen
 * @returns {{fits: PlaceView[], misses: PlaceView[]}} own holds first, and what they became, then in the server's order: a list that jumps cannot be clicked
 */
export function foundView(seen) {
  const holds = byGroup(seen.holds.filter((hold) => isRunning(hold, seen.nowMillis)));
  const view = (/** @type {FoundPlace} */ found) => placeView(found.group.placeGroupId, found, holds, seen);
  const fits = known((seen.answer?.fits ?? []).map(view));
  const misses = known((seen.answer?.nearMisses ?? []).map(view));
  const shown = new Set([...fits, ...misses].map((place) => place.group.placeGroupId));
  const ids = new Set([...holds.keys(), ...seen.promised]);
  const own = known([...ids].filter((id) => !shown.has(id)).map((id) => placeView(id, null, holds, seen)));
  const isMine = (/** @type {PlaceView} */ place) => place.mine !== null || seen.promised.has(place.group.placeGroupId);
  const mine = [...own, ...fits, ...misses].filter(isMine);
  return { fits: [...mine, ...fits.filter((place) => !isMine(place))], misses: misses.filter((place) => !isMine(place)) };
}

/** @param {Array<PlaceView | null>} places @returns {PlaceView[]} */
const known = (places) => places.filter((place) => place !== null);

/** @param {string} id @param {FoundPlace | null} found @param {Map<string, HoldView[]>} holds @param {Parameters<typeof foundView>[0]} seen @returns {PlaceView | null} */
function placeView(id, found, holds, seen) {
  const group = seen.item(id) ?? found?.group;
  if (!group) return null;
  const here = holds.get(id) ?? [];
  const mine = here.find((hold) => hold.agent === seen.agent) ?? null;
  return {
    group,
    found,
    whyNot: whyNot(group, found),
    stale: isStale(group, seen.nowMillis),
    mine,
    others: here.filter((hold) => hold !== mine),
  };
}

/** The server says why; the live figure may have moved since, in both directions. @param {GroupView} group @param {FoundPlace | null} found */
function whyNot(group, found) {
  if (!found) return [];
  const missing = found.places - Math.floor(group.free / group.rooms.size) * group.rooms.size;
  const lasting = found.whyNot.filter((obstacle) => obstacle.misfit !== 'TOO_FEW_PLACES');
  return missing > 0 ? [...lasting, { misfit: 'TOO_FEW_PLACES', amount: missing, time: null }] : lasting;
}

/** @param {HoldView[]} holds @returns {Map<string, HoldView[]>} */
function byGroup(holds) {
  /** @type {Map<string, HoldView[]>} */
  const groups = new Map();
  for (const hold of holds) groups.set(hold.placeGroupId, [...(groups.get(hold.placeGroupId) ?? []), hold]);
  return groups;
}
