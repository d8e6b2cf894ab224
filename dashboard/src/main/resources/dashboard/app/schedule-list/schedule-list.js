/** When sites receive: what runs, a new one, the end of one. */
import { html, nothing, repeat } from '../../vendor/lit.js';
import { WEEKDAYS, dateIn, ruleInWords, weekday, weeklyRule } from '../appointment-time.js';
import { api, surely } from '../api.js';
import { now } from '../clock.js';
import { night, wallTime } from '../format.js';
import { KeptList } from '../kept.js';
import { codeWord, codesOf, t } from '../words.js';

/** @extends {KeptList<import('../wire.d.ts').Receptions>} */
export class ScheduleList extends KeptList {
  static path = '/api/schedules';

  constructor() {
    super();
    this.scheduleId = crypto.randomUUID();
  }

  /** @param {Event} event */
  async #begin(event) {
    event.preventDefault();
    const days = WEEKDAYS.filter((day) => /** @type {HTMLInputElement | null} */ (this.querySelector(`[name=${day}]`))?.checked);
    const body = { scheduleId: this.scheduleId, siteId: this.typed('siteId'), service: this.typed('service'), kind: this.typed('kind'), rule: weeklyRule(days),
      validFrom: this.typed('validFrom'), validUntil: this.typed('validUntil') || null, opensAt: this.typed('opensAt'), closesAt: this.typed('closesAt'),
      slotMinutes: Number(this.typed('slotMinutes')), capacity: Number(this.typed('capacity')), holidays: this.typed('holidays') || null,
      languages: this.typed('languages').toLowerCase().split(/[ ,;]+/).filter(Boolean) };
    if (!(await this.act(() => surely(() => api('POST', '/api/schedules', body)), t('schedules.begun')))) return;
    this.scheduleId = crypto.randomUUID();
    /** @type {HTMLFormElement | null} */ (this.querySelector('form'))?.reset();
  }

  /** @param {import('../wire.d.ts').ScheduleView} schedule */
  #end(schedule) {
    const lastDay = dateIn(now(), schedule.zone);
    void this.act(() => surely(() => api('POST', `/api/schedules/${schedule.scheduleId}/end`, { lastDay })), t('schedules.ended'));
  }

  render() {
    const { items } = this;
    return html`<div class="page-line"><h2>${t('coordination.schedules')}</h2></div>
      ${this.#form()}
      ${items === null ? html`<p class="soft" aria-busy="true">${t('app.loading')}</p>` : nothing}
      ${items?.schedules.length === 0 ? html`<p class="empty">${t('schedules.none')}</p>` : nothing}
      <ul class="keep-rows">${repeat(items?.schedules ?? [], (schedule) => schedule.scheduleId, (schedule) => this.#row(schedule))}</ul>`;
  }

  #form() {
    return html`<form class="keep-form" @submit=${(/** @type {Event} */ event) => this.#begin(event)} novalidate>
      <div><label for="schedule-site">${t('appointments.site')}</label><select id="schedule-site" name="siteId">${(this.items?.sites ?? []).map((site) => html`<option value=${site.siteId}>${site.name}</option>`)}</select></div>
      ${this.#field('service', html`<input id="schedule-service" name="service" maxlength="80" autocomplete="off" aria-invalid=${this.fault === 'service'} />`)}
      ${this.#field('kind', html`<select id="schedule-kind" name="kind">${codesOf('receptionKind').map((code) => html`<option value=${code}>${codeWord('receptionKind', code)}</option>`)}</select>`)}
      <fieldset class="wide chips"><legend>${t('schedules.days')}</legend>${WEEKDAYS.map((day) => html`<label class="check"><input type="checkbox" name=${day} /> ${weekday(day)}</label>`)}</fieldset>
      ${this.#field('opensAt', this.#input('opensAt', 'time', '09:00'))}${this.#field('closesAt', this.#input('closesAt', 'time', '12:00'))}
      ${this.#field('slotMinutes', this.#input('slotMinutes', 'number', '30'))}${this.#field('capacity', this.#input('capacity', 'number', '1'))}
      ${this.#field('validFrom', this.#input('validFrom', 'date', dateIn(now())))}${this.#field('validUntil', this.#input('validUntil', 'date', ''))}
      ${this.#field('holidays', html`<select id="schedule-holidays" name="holidays">${codesOf('holidays').map((code) => html`<option value=${code}>${codeWord('holidays', code)}</option>`)}<option value="">${t('schedules.openOnHolidays')}</option></select>`)}
      ${this.#field('languages', html`<input id="schedule-languages" name="languages" .defaultValue=${'fr'} autocomplete="off" aria-invalid=${this.fault === 'languages'} />`)}
      <div class="buttons"><button class="main" ?disabled=${this.busy || !this.items?.sites.length}>${t('schedules.begin')}</button>
        <span role="status" class=${this.problem ? 'problem' : 'soft'}>${this.problem || this.said}</span></div></form>`;
  }

  /** @param {string} name @param {unknown} control */
  #field(name, control) {
    return html`<div><label for="schedule-${name}">${t(`schedules.${name}`)}</label>${control}</div>`;
  }

  /** @param {string} name @param {string} type @param {string} value */
  #input(name, type, value) {
    return html`<input id="schedule-${name}" name=${name} type=${type} .defaultValue=${value} aria-invalid=${this.fault === name} />`;
  }

  /** @param {import('../wire.d.ts').ScheduleView} schedule */
  #row(schedule) {
    const site = this.items?.sites.find((known) => known.siteId === schedule.siteId)?.name ?? schedule.siteId;
    const over = schedule.validUntil !== null && schedule.validUntil <= dateIn(now(), schedule.zone);
    return html`<li class="keep-row" data-over=${over}><b>${site}, ${schedule.service}</b>
      <span class="soft">${t('schedules.row', { days: ruleInWords(schedule.rule), from: wallTime(schedule.opensAt), to: wallTime(schedule.closesAt), minutes: schedule.slotMinutes, n: schedule.capacity })}
        · ${codeWord('receptionKind', schedule.kind)} · ${schedule.languages.join(' ')}${schedule.validUntil ? ` · ${t('schedules.until', { day: night(schedule.validUntil) })}` : ''}</span>
      ${over ? nothing : this.#closedDays(schedule, site)}
      ${over ? nothing : html`<button ?disabled=${this.busy} aria-label="${t('schedules.end')}, ${site}, ${schedule.service}" @click=${() => this.#end(schedule)}>${t('schedules.end')}</button>`}</li>`;
  }

  /** The days that are not like the rule says: strikes, moves, the day between two holidays. @param {import('../wire.d.ts').ScheduleView} schedule @param {string} site */
  #closedDays(schedule, site) {
    const { scheduleId } = schedule;
    const today = dateIn(now(), schedule.zone);
    const path = `/api/schedules/${scheduleId}/closed-days`;
    const days = schedule.closedOn.filter((day) => day >= today);
    return html`<form class="closed-days" aria-label="${t('schedules.closedDays')}, ${site}, ${schedule.service}" @submit=${(/** @type {Event} */ event) => {
      event.preventDefault();
      const field = /** @type {HTMLInputElement} */ (/** @type {HTMLFormElement} */ (event.target).elements.namedItem('day'));
      void this.act(() => api('POST', path, { day: field.value }), t('schedules.dayClosed')).then((well) => well && (field.value = ''));
    }} novalidate>
      ${days.map((day) => html`<span class="chip">${t('schedules.closedOn', { day: night(day) })}
        <button type="button" class="link" ?disabled=${this.busy} aria-label="${t('schedules.openDay')}, ${night(day)}, ${site}" @click=${() => this.act(() => api('DELETE', `${path}/${day}`), t('schedules.dayOpen'))}>${t('schedules.openDay')}</button></span>`)}
      <input type="date" name="day" min=${today} aria-label="${t('schedules.dayToClose')}, ${site}, ${schedule.service}" aria-invalid=${this.fault === 'day'} />
      <button ?disabled=${this.busy}>${t('schedules.closeDay')}</button></form>`;
  }
}
customElements.define('schedule-list', ScheduleList);
