/** One move of a placement, sent as often as needed under one id; and the list it belongs to. */
import { Problem, api, surely } from './api.js';

/** @typedef {import('./wire.d.ts').PlacementView} PlacementView */

/** @param {string} placementId @param {string} move @param {Record<string, string>} [more] @returns {Promise<PlacementView>} */
export function movePlacement(placementId, move, more = {}) {
  const body = { moveId: crypto.randomUUID(), move, ...more };
  return surely(() => api('POST', `/api/placements/${placementId}/move`, body));
}

/** The code of a problem, for the words; whatever is no answer of the server is our fault and goes on. @param {unknown} problem */
export function problemCode(problem) {
  if (!(problem instanceof Problem)) throw problem;
  return problem.code;
}
