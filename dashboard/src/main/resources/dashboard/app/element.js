/** What all our elements share: light DOM, redrawn when the language changes, and one way to say what was done. */
import { LitElement } from '../vendor/lit.js';
import { everySecond } from './clock.js';
import { onLanguage } from './words.js';

export class HotlineElement extends LitElement {
  /** Elements that count seconds set this. */
  static ticks = false;

  /** @type {Array<() => void>} */
  #stops = [];

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#stops.push(onLanguage(() => this.requestUpdate()));
    const kind = /** @type {typeof HotlineElement} */ (this.constructor);
    if (kind.ticks) this.#stops.push(everySecond(() => this.requestUpdate()));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stops.splice(0).forEach((stop) => stop());
  }

  /** @param {string} name @param {unknown} [detail] bubbles up to the page, which acts */
  say(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}
