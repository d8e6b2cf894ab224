/** One line of what happened with a person: when, what, how it stands. */
import { html, nothing } from '../../vendor/lit.js';
import { now } from '../clock.js';
import { dayAndTime, night } from '../format.js';
import { codeWord, t } from '../words.js';

/** @typedef {import('../wire.d.ts').TimelineEntry} Entry */

/** The list of codes that a kind's status is one of. @type {Record<Entry['kind'], string>} */
const STATUS = {
  CONTACT: 'contactResult', CALL: 'callOutcome', REQUEST: 'requestStatus', HOLD: 'timelineHold', PLACEMENT: 'timelinePlacement',
  TEXT: 'smsStatus', TEXT_ANSWER: 'timelineAnswer', APPOINTMENT: 'appointmentStatus',
};

/** @param {Entry} entry @returns {string[]} what it is about, in words */
export function aboutWords({ kind, about, place, nightOf }) {
  const lists = { CONTACT: 'contactKind', REQUEST: 'householdType', TEXT: 'template' };
  const list = /** @type {Record<string, string>} */ (lists)[kind];
  const codes = about.map((code, place) => codeWord(kind === 'REQUEST' && place > 0 ? 'unmetReason' : list, code).toLowerCase());
  return [...codes, place ?? '', nightOf ? t('timeline.night', { night: night(nightOf) }) : ''].filter(Boolean);
}

/** @param {Entry} entry */
export function timelineLine(entry) {
  const status = entry.status ? codeWord(STATUS[entry.kind], entry.status).toLowerCase() : t('timeline.open');
  const about = aboutWords(entry);
  const isToCome = Date.parse(entry.at) > now();
  return html`<li data-kind=${entry.kind}><span class="when">${dayAndTime(entry.at, now())}${isToCome ? html` <span class="for-ears">${t('timeline.toCome')}</span>` : nothing}</span>
    <span><b>${codeWord('timelineKind', entry.kind)}</b> <span class="chip">${status}</span>${about.length > 0 ? html`<br /><span class="soft">${about.join(' · ')}</span>` : nothing}</span></li>`;
}
