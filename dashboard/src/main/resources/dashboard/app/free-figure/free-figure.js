/** How many places are free, said by the people who see the beds. Thumb-high; says what was saved, and when. */
import { html, nothing } from '../../vendor/lit.js';
import { Problem, api, surely } from '../api.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { age } from '../format.js';
import { problemWord, t } from '../words.js';

export class FreeFigure extends HotlineElement {
  static properties = { group: { attribute: false }, free: { state: true }, state: { state: true }, problem: { state: true } };
  static ticks = true;

  constructor() {
    super();
    /** @type {import('../wire.d.ts').GroupView | null} */
    this.group = null;
    /** @type {number | null} what the person is about to say; null: the figure on the board */
    this.free = null;
    /** @type {'' | 'SAVING' | 'SAVED'} */
    this.state = '';
    this.problem = '';
  }

  /** @param {number} free */
  async #save(free) {
    const { group } = this;
    if (!group || this.state === 'SAVING') return;
    this.state = 'SAVING';
    this.problem = '';
    const tellId = crypto.randomUUID();
    try {
      this.say('group-changed', await surely(() => api('PUT', `/api/place-groups/${group.placeGroupId}/free`, { free, tellId })));
      this.free = null;
      this.state = 'SAVED';
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.state = '';
      this.problem = problem.code;
    }
  }

  render() {
    const { group } = this;
    if (!group) return nothing;
    // The shelter counts beds: what an agent holds at this moment is still free to its eyes.
    const told = group.open - group.occupied;
    const free = this.free ?? told;
    const differs = free !== told;
    const change = (/** @type {number} */ by) => (this.free = Math.max(0, Math.min(group.open, free + by)));
    return html`<section class="free-figure" aria-label="${group.siteName}, ${group.name}">
      <h2>${group.name} <small>${group.siteName}</small></h2>
      <div class="big-step">
        <button aria-label=${t('free.less')} ?disabled=${free === 0} @click=${() => change(-1)}>−</button>
        <output aria-live="polite" aria-label=${t('free.figure')}>${free}</output>
        <button aria-label=${t('free.more')} ?disabled=${free >= group.open} @click=${() => change(1)}>+</button>
      </div>
      <button class="main big" ?disabled=${this.state === 'SAVING'} @click=${() => this.#save(free)}>
        ${differs ? t('free.say', { n: free }) : t('free.stillTrue')}</button>
      <p class="soft">${t('free.details', { open: group.open, occupied: group.occupied, held: group.held })}</p>
      <p role="status" class=${this.problem ? 'problem' : 'soft'}>${this.#word(group)}</p>
    </section>`;
  }

  /** @param {import('../wire.d.ts').GroupView} group */
  #word(group) {
    if (this.problem) return problemWord(this.problem);
    if (this.state === 'SAVING') return t('free.saving');
    if (!group.updatedAt) return t('place.neverTold');
    return t(this.state === 'SAVED' ? 'free.saved' : 'free.last', { age: age(group.updatedAt, now()), by: group.updatedBy ?? '' });
  }
}
customElements.define('free-figure', FreeFigure);
