/** The small words of a place's card: what it is, why it fits, why it does not, where else. */
import { html, nothing } from '../../vendor/lit.js';
import { clockTime, wallTime } from '../format.js';
import { codeWord, problemWord, t } from '../words.js';

/** @typedef {import('../found-view.js').PlaceView} PlaceView */

/** @param {PlaceView} place @returns {string} */
export function facts({ group, found }) {
  const facts = [codeWord('placeType', group.placeType), group.commune, found?.way ? way(found.way) : ''];
  if (group.rooms.unit !== 'PERSON_PLACE') facts.push(t(`place.unit.${group.rooms.unit}`, { n: group.rooms.size }));
  if (group.genderRule !== 'MIXED') facts.push(codeWord('genderRule', group.genderRule));
  if (group.petsAllowed !== 'NONE') facts.push(codeWord('petsAllowed', group.petsAllowed));
  if (group.accessReducedMobility === 'YES') facts.push(t('place.accessible'));
  if (group.nightOnly) facts.push(t('place.nightOnly'));
  if (group.closureReason) facts.push(codeWord('closureReason', group.closureReason));
  if (group.arrivalUntil) facts.push(t('place.hours', { from: wallTime(group.hours.arrivalFrom), until: wallTime(group.arrivalUntil) }));
  for (const [audience, time] of Object.entries(group.hours.release)) facts.push(t(`release.${audience}`, { time: wallTime(time) }));
  return facts.filter(Boolean).join(' · ');
}

/** @param {import('../wire.d.ts').WayThere} there */
function way(there) {
  return there.mode ? t(`way.${there.mode}`, { n: there.minutes }) : t('way.crow', { km: there.kilometres ?? 0, n: there.minutes });
}

/** @param {PlaceView} place */
export function why({ found, mine }) {
  if (!found || mine || found.why.length === 0) return nothing;
  return html`<p class="why"><b aria-hidden="true">✓</b> ${found.why.map((reason) => codeWord('why', reason)).join(' · ')}</p>`;
}

/** @param {import('../wire.d.ts').Obstacle} obstacle */
export function misfitWord(obstacle) {
  return t(`misfit.${obstacle.misfit}`, { n: obstacle.amount, time: obstacle.time ? wallTime(obstacle.time) : '' });
}

/** What the last step met. @param {import('../placing.js').PlaceNote | null} note @param {number} persons @param {(detail: unknown) => void} hold */
export function noteLine(note, persons, hold) {
  if (note?.kind === 'PROBLEM' && note.alternatives) return taken(note.code, note.alternatives, persons, hold);
  if (note?.kind === 'PROBLEM') return html`<p class="problem" role="status">${problemWord(note.code)}</p>`;
  if (note?.kind !== 'PLACED') return nothing;
  const until = note.placed.arriveBefore ? clockTime(note.placed.arriveBefore) : '';
  return html`<p class="placed" role="status"><b aria-hidden="true">✓</b> ${t(until ? 'place.placed' : 'place.placedNoTime', { n: note.persons, time: until })}
    ${t(`sms.${note.placed.sms}`)}</p>`;
}

/**
 * Somebody was faster: where else, one click or key away.
 * @param {string} code @param {import('../wire.d.ts').FoundPlace[]} others @param {number} persons @param {(detail: unknown) => void} hold
 */
function taken(code, others, persons, hold) {
  return html`<div class="problem taken" role="status"><p>${problemWord(code)}</p>
    ${others.length === 0 ? html`<p>${t('place.nowhereElse')}</p>` : html`<p>${t('place.elsewhere')}</p><ul>${others.map(({ group }) => html`<li>
      <span>${group.siteName}, ${group.name}</span>
      <button aria-label=${t('place.holdAt', { n: persons, name: `${group.siteName}, ${group.name}` })}
        @click=${() => hold({ placeGroupId: group.placeGroupId, places: persons })}>${t('place.hold', { n: persons })}</button></li>`)}</ul>`}</div>`;
}
