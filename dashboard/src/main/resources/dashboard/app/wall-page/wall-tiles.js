/** The parts of the wall. A colour never speaks alone: a sign and a word stand beside it. */
import { html, nothing } from '../../vendor/lit.js';
import { now } from '../clock.js';
import { figure } from '../figure.js';
import { duration, shortAge } from '../format.js';
import { codeWord, t } from '../words.js';

/** @typedef {import('../wire.d.ts').Level} Level */

const SIGNS = { CALM: '', OLD: '▲', DANGER: '■' };
const LOOKS = { CALM: '', OLD: 'old', DANGER: 'danger' };

/** @param {string} name @param {string | number} value @param {Level} level @param {unknown} word */
function tile(name, value, level, word) {
  return html`<div class="tile ${LOOKS[level]}"><dt>${name}</dt><dd><span class="fig">${value}</span>
    <small>${level === 'CALM' ? nothing : html`<b aria-hidden="true">${SIGNS[level]}</b> `}${word}</small></dd></div>`;
}

/** @param {string | null} since */
const waited = (since) => (since === null ? null : Math.max(0, (now() - Date.parse(since)) / 1000));

/** @param {import('../wire.d.ts').WallLine} line @param {number} days */
export function wallLine(line, days) {
  const longest = waited(line.longestWaitSince);
  const oldest = waited(line.promised.oldestSince);
  const { today, usual } = line;
  return html`<section class="wall-line" aria-label=${line.name}><h3>${line.name}${line.open ? nothing : html` <span class="chip old"><b aria-hidden="true">▲</b> ${t('lines.closed')}</span>`}</h3>
    <dl class="tiles">
      ${tile(t('wall.waiting'), line.waiting, line.waitingLevel, line.waitingLevel === 'CALM' ? (line.cap === null ? t('wall.noCap') : t('wall.cap', { n: line.cap })) : codeWord('wallWaiting', line.waitingLevel))}
      ${tile(t('wall.longest'), longest === null ? '–' : duration(longest), line.waitLevel, line.waitLevel === 'CALM' ? '' : codeWord('wallWait', line.waitLevel))}
      ${tile(t('wall.promised'), line.promised.owed, line.promised.level, line.promised.late > 0 ? t('wall.late', { n: line.promised.late }) : oldest === null ? '' : t('wall.oldest', { age: duration(oldest) }))}
      ${tile(t('wall.level'), figure(line.serviceLevel, 'SHARE'), line.serviceLevelLevel, line.serviceLevelLevel === 'CALM' ? '' : t('wall.belowTarget'))}
      ${['received', 'answered', 'abandoned', 'blocked'].map((count) => tile(codeWord('wallToday', count), today[/** @type {keyof typeof today} */ (count)], 'CALM', usual === null ? nothing : t('wall.usual', { n: usual[/** @type {keyof typeof usual} */ (count)] })))}
    </dl>${usual === null ? html`<small class="soft">${t('wall.noUsual')}</small>` : html`<small class="soft">${t('wall.usualHow', { n: days })}</small>`}</section>`;
}

/** A figure of a table, with its sign. @param {string | number} value @param {Level} level */
function cell(value, level) {
  return html`<td class="n"><span class=${level === 'CALM' ? '' : `chip ${LOOKS[level]}`}>${level === 'CALM' ? nothing : html`<b aria-hidden="true">${SIGNS[level]}</b> `}${value}</span></td>`;
}

/** All lines but the first, a row each. @param {import('../wire.d.ts').WallLine[]} lines */
export function otherLines(lines) {
  if (lines.length === 0) return nothing;
  return html`<section class="wall-others"><h3 id="wall-others">${t('wall.others')}</h3><div class="scroll" tabindex="0" role="region" aria-labelledby="wall-others"><table class="figures">
    <thead><tr><td></td>${['wall.waiting', 'wall.longest', 'wall.promised', 'wall.level'].map((name) => html`<th scope="col" class="n">${t(name)}</th>`)}
      ${['received', 'answered', 'abandoned', 'blocked'].map((count) => html`<th scope="col" class="n">${codeWord('wallToday', count)}</th>`)}</tr></thead>
    <tbody>${lines.map((line) => {
      const longest = waited(line.longestWaitSince);
      return html`<tr><th scope="row">${line.name}${line.open ? nothing : html` <span class="chip old"><b aria-hidden="true">▲</b> ${t('lines.closed')}</span>`}</th>
        ${cell(line.waiting, line.waitingLevel)}${cell(longest === null ? '–' : duration(longest), line.waitLevel)}${cell(line.promised.owed, line.promised.level)}${cell(figure(line.serviceLevel, 'SHARE'), line.serviceLevelLevel)}
        ${[line.today.received, line.today.answered, line.today.abandoned, line.today.blocked].map((count) => cell(count, 'CALM'))}</tr>`;
    })}</tbody></table></div></section>`;
}

/** @param {import('../wire.d.ts').WallTeam} team */
export function team(team) {
  return html`<section class="wall-team" aria-labelledby="wall-team"><h3 id="wall-team">${t('wall.team', { n: team.there })}</h3>
    <table class="figures"><tbody>${Object.entries(team.states).map(([state, count]) => html`<tr><th scope="row">${codeWord('presence', state)}</th><td class="n"><b>${count}</b></td></tr>`)}
      ${Object.entries(team.pauses ?? {}).map(([reason, count]) => html`<tr class="sub"><th scope="row">${codeWord('pauseReason', reason)}</th><td class="n">${count}</td></tr>`)}</tbody></table>
    ${team.pauses === null && team.there > 0 ? html`<small class="soft">${t('wall.smallTeam')}</small>` : nothing}</section>`;
}

/** @param {import('../wire.d.ts').WallPlaces} places */
export function places(places) {
  const down = places.state === 'DOWN';
  return html`<section class="wall-places" aria-labelledby="wall-places"><h3 id="wall-places">${t('wall.places')}
      <small class=${down ? 'chip old' : 'soft'}>${down ? html`<b aria-hidden="true">▲</b> ` : nothing}${t('wall.age', { age: shortAge(places.asOf, now()) })}</small></h3>
    <table class="figures"><thead><tr><td></td><th scope="col" class="n">${t('wall.free')}</th><th scope="col" class="n">${t('wall.held')}</th></tr></thead>
      <tbody>${places.audiences.map((row) => html`<tr><th scope="row">${codeWord('wallAudience', row.audience)}</th><td class="n"><b>${row.free}</b></td><td class="n">${row.held}</td></tr>`)}
      <tr><th scope="row">${t('wall.all')}</th><td class="n"><b>${places.free}</b></td><td class="n">${places.held}</td></tr></tbody></table>
    <small class="soft">${t('wall.severalTimes')}${places.stale > 0 ? html` <span class="chip old"><b aria-hidden="true">▲</b> ${t('wall.stale', { n: places.stale })}</span>` : nothing}</small></section>`;
}
