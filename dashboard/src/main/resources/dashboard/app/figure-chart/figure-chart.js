/** How many rang and how many were answered, row by row: two lines, their names at their ends in the text below. */
import { html, nothing, svg } from '../../vendor/lit.js';
import { HotlineElement } from '../element.js';
import { t } from '../words.js';
import { BOX, across, ceiling, everyNth, path, up } from './curve.js';

export class FigureChart extends HotlineElement {
  static properties = { names: { attribute: false }, received: { attribute: false }, answered: { attribute: false } };

  constructor() {
    super();
    /** @type {string[]} */
    this.names = [];
    /** @type {number[]} */
    this.received = [];
    /** @type {number[]} */
    this.answered = [];
  }

  render() {
    const { names, received, answered } = this;
    const most = Math.max(0, ...received);
    const top = ceiling(most);
    const nth = everyNth(names.length);
    const base = up(0, top);
    return html`<figure class="figure-chart">
      <svg viewBox="0 0 ${BOX.width} ${BOX.height + 4}" role="img" aria-label=${this.#summary(most)}>
        ${[0, top / 2, top].map((value) => svg`<path class="axis" d="M${BOX.left} ${up(value, top)}H${BOX.width}"/><text x=${BOX.left - 6} y=${up(value, top) + 3} text-anchor="end">${Number.isInteger(value) ? value : nothing}</text>`)}
        ${names.map((name, index) => index % nth === 0 ? svg`<text x=${across(index, names.length)} y=${base + 16} text-anchor="middle">${name}</text>` : nothing)}
        <path class="received" d=${path(received, top)}></path><path class="answered" d=${path(answered, top)}></path>
        ${received.map((value, index) => svg`<circle class="received" cx=${across(index, names.length)} cy=${up(value, top)} r="1.8"/>`)}
        ${answered.map((value, index) => svg`<circle class="answered" cx=${across(index, names.length)} cy=${up(value, top)} r="2.4"/>`)}
      </svg>
      <figcaption><span class="key received" aria-hidden="true"></span>${t('chart.received')} <span class="key answered" aria-hidden="true"></span>${t('chart.answered')} <span class="soft">${this.#summary(most)}</span></figcaption>
    </figure>`;
  }

  /** What the eye sees, for who does not look. @param {number} most */
  #summary(most) {
    const sum = (/** @type {number[]} */ values) => values.reduce((all, value) => all + value, 0);
    if (most === 0) return t('chart.nobody');
    return t('chart.summary', { received: sum(this.received), answered: sum(this.answered), most, when: this.names[this.received.indexOf(most)] });
  }
}
customElements.define('figure-chart', FigureChart);
