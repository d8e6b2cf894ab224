/** Who is expected on a day, who came, who did not; on paper the same list without its buttons. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { timeIn } from '../appointment-time.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { dayAndTime } from '../format.js';
import { codeWord, t } from '../words.js';

/** Which signs stand beside the words. @type {Record<string, [string, string]>} */
const SIGNS = { BOOKED: ['', '○'], CONFIRMED: ['free', '✓'], ARRIVED: ['held', '●'], SEEN: ['free', '✓'], EXCUSED: ['', '–'], REVOKED: ['', '–'], NOSHOW: ['old', '▲'], UNKNOWN_PAST: ['old', '?'] };

export class DaySheet extends HotlineElement {
  static properties = { people: { attribute: false }, busy: { type: Boolean }, today: { type: Boolean }, waiting: { attribute: false } };

  constructor() {
    super();
    /** @type {import('../wire.d.ts').AppointmentView[]} */
    this.people = [];
    this.busy = false;
    this.today = false;
    /** The appointments whose person would come earlier. @type {(string | null)[]} */
    this.waiting = [];
  }

  render() {
    return html`<h3>${t('appointments.people')}</h3>
      ${this.people.length === 0 ? html`<p class="empty">${t('appointments.nobody')}</p>` : html`
        <ol class="day-rows">${repeat(this.people, (person) => person.appointmentId, (person) => this.#row(person))}</ol>`}
      ${this.today ? html`<button class="walk-in wide-button" ?disabled=${this.busy} @click=${() => this.say('walk-in', crypto.randomUUID())}>${t('appointments.walkIn')}</button>` : nothing}`;
  }

  /** What became of the last text that left or should have, and when the next one leaves. @param {import('../wire.d.ts').AppointmentView} person */
  #told(person) {
    const waiting = person.texts.filter((text) => text.status === 'QUEUED' && text.dueAt);
    const last = person.texts.findLast((text) => text.status !== 'QUEUED' && text.status !== 'WITHDRAWN');
    if (!last && waiting.length === 0) return nothing;
    const words = [last ? t('appointments.lastText', { what: codeWord('smsStatus', last.status) }) : '',
      waiting.length > 0 ? t('appointments.nextText', { when: dayAndTime(String(waiting.map((text) => text.dueAt).sort()[0]), now()) }) : ''];
    return html` <small class="soft told">${words.filter(Boolean).join(' · ')}</small>`;
  }

  /** @param {import('../wire.d.ts').AppointmentView} person */
  #row(person) {
    const state = person.unknownPast ? 'UNKNOWN_PAST' : person.status;
    const [look, sign] = SIGNS[state];
    const when = timeIn(person.startsAt, person.zone);
    const who = person.kind === 'WALK_IN' ? t('appointments.walkedIn') : person.name || t('appointments.noName');
    const waits = this.waiting.includes(person.appointmentId);
    const over = person.status === 'EXCUSED' || person.status === 'REVOKED';
    return html`<li class="day-row" data-over=${over}>
      <b class="day-time">${when}</b>
      <span>${who}${person.moves > 0 ? html` <small class="soft">${t('appointments.wasMoved')}</small>` : nothing}${waits ? html` <small class="soft">${t('waits.waitsHere')}</small>` : nothing}${this.#told(person)}</span>
      <span class="chip ${look}"><b aria-hidden="true">${sign}</b> ${codeWord('appointmentStatus', state)}</span>
      <div class="acts" role="group" aria-label="${when}, ${who}">
        ${person.mayBecome.map((status) => html`<button ?disabled=${this.busy} @click=${() => this.say('appointment-said', { appointmentId: person.appointmentId, status })}>${codeWord('appointmentWish', status)}</button>`)}
        ${person.mayMove ? html`<button ?disabled=${this.busy} @click=${() => this.say('appointment-move', person)}>${t('appointments.move')}</button>` : nothing}
        ${person.mayMove && !waits && Date.parse(person.startsAt) > now() ? html`<button ?disabled=${this.busy} @click=${() => this.say('wait-earlier', person.appointmentId)}>${t('waits.earlier')}</button>` : nothing}
      </div></li>`;
  }
}
customElements.define('day-sheet', DaySheet);
