/** What a board shows, from live figures, the server's answer on what fits, and the holds. Pure. */

/** Made once: comparing names is most of the work on a large board. */
const order = new Intl.Collator('fr');

/** @typedef {import('./wire.d.ts').GroupView} GroupView */
/** @typedef {import('./wire.d.ts').HoldView} HoldView */
/**
 * What a card shows, of a list that nobody searched.
 * @typedef {import('./found-view.js').PlaceView & {misfit: string | null}} PlaceView misfit: null when it fits
 */

/**
 * @param {{groups: GroupView[], fits: Map<string, GroupView>, holds: HoldView[], agent: string, contactId: string | null,
 *   persons: number, nowMillis: number}} seen
 * @returns {{fitting: PlaceView[], misfits: PlaceView[]}}
 */
export function boardView(seen) {
  const views = seen.groups.map((group) => placeView(group, seen));
  const fitting = views.filter((view) => view.mine || view.misfit === null);
  const misfits = views.filter((view) => !view.mine && view.misfit !== null);
  fitting.sort((a, b) => rank(b) - rank(a) || byName(a, b));
  misfits.sort(byName);
  return { fitting, misfits };
}

/** @param {GroupView} group @param {Parameters<typeof boardView>[0]} seen @returns {PlaceView} */
function placeView(group, seen) {
  const holds = seen.holds.filter((hold) => hold.placeGroupId === group.placeGroupId && isRunning(hold, seen.nowMillis));
  const mine = holds.find((hold) => hold.agent === seen.agent) ?? null;
  return {
    group,
    stale: isStale(group, seen.nowMillis),
    misfit: misfit(group, seen),
    found: null,
    whyNot: [],
    mine,
    others: holds.filter((hold) => hold !== mine),
  };
}

/** The server says why; the live figure may have moved since, in both directions. @param {GroupView} group @param {Parameters<typeof boardView>[0]} seen */
function misfit(group, seen) {
  const said = seen.fits.get(group.placeGroupId)?.misfit ?? null;
  if (said && said !== 'TOO_FEW_PLACES') return said;
  return group.free < seen.persons ? 'TOO_FEW_PLACES' : null;
}

/** Never told is as old as can be; what is bought on demand does not age. @param {GroupView} group @param {number} nowMillis */
export function isStale(group, nowMillis) {
  if (group.rooms?.onDemand) return false;
  return group.updatedAt === null || nowMillis - Date.parse(group.updatedAt) > group.staleAfterMinutes * 60_000;
}

/** @param {HoldView} hold @param {number} nowMillis */
export function isRunning(hold, nowMillis) {
  return hold.status === 'ACTIVE' && Date.parse(hold.expiresAt) > nowMillis;
}

/** Mine first, then what is sure, then what is old. @param {PlaceView} view */
function rank(view) {
  return (view.mine ? 4 : 0) + (view.stale ? 0 : 2);
}

/** @param {PlaceView} a @param {PlaceView} b */
function byName(a, b) {
  return order.compare(a.group.siteName, b.group.siteName) || order.compare(a.group.name, b.group.name);
}
