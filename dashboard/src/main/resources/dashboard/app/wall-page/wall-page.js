/** What hangs on the wall of the room: figures of now with their age, and nobody's name or number. */
import { html, nothing } from '../../vendor/lit.js';
import { Problem, api } from '../api.js';
import { now } from '../clock.js';
import { HotlineElement } from '../element.js';
import { clockTime, night, shortAge } from '../format.js';
import { atMostEvery } from '../frame.js';
import { liveUrl } from '../live-link.js';
import { LiveState } from '../live-state.js';
import { problemWord, t } from '../words.js';
import '../page-head/page-head.js';
import '../parts-strip/parts-strip.js';
import { otherLines, places, team, wallLine } from './wall-tiles.js';

/** What nobody told of, such as midnight or a promise whose hour passes, is looked up so often. */
const AGAIN_MILLIS = 30_000;
/** Older than that, the figures are shown as old. */
const OLD_MILLIS = 60_000;

/** Hears that a figure moved, and looks no oftener than once a second. */
class WallState extends LiveState {
  /** @type {import('../wire.d.ts').WallView | null} */
  wall = null;
  problem = '';
  #soon = atMostEvery(1000, () => void this.look());

  /** @param {import('../wire.d.ts').LiveMessage} message */
  hear(message) {
    super.hear(message);
    if (['figures', 'board', 'boardChange', 'promises'].includes(message.type)) this.#soon();
  }

  async look() {
    try {
      this.wall = await api('GET', '/api/wallboard');
      this.problem = '';
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem.code;
    }
    this.changed();
  }
}

export class WallPage extends HotlineElement {
  static properties = { session: { attribute: false } };
  static ticks = true;

  /** @type {WallState | null} */
  #live = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  constructor() {
    super();
    /** @type {import('../wire.d.ts').Session} */
    this.session;
  }

  connectedCallback() {
    super.connectedCallback();
    const live = new WallState(this.session, liveUrl());
    this.#live = live;
    live.addEventListener('change', () => this.requestUpdate());
    live.addEventListener('signedOut', () => this.say('signed-out'));
    live.addEventListener('back', () => void live.look());
    live.start();
    void live.look();
    this.#timer = setInterval(() => void live.look(), AGAIN_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    this.#live?.stop();
  }

  render() {
    const live = this.#live;
    const wall = live?.wall ?? null;
    return html`<page-head page="wallboard" .session=${this.session}></page-head>
      <main id="main" class="page wall" tabindex="-1">
        ${wall === null ? html`<p class="soft" aria-busy="true">${live?.problem ? problemWord(live.problem) : t('app.loading')}</p>` : this.#wall(wall)}
      </main>`;
  }

  /** @param {import('../wire.d.ts').WallView} wall */
  #wall(wall) {
    const live = this.#live;
    const old = live?.link === 'CUT' || live?.problem !== '' || now() - Date.parse(wall.at) > OLD_MILLIS;
    return html`<div class="wall-head"><h2>${night(new Date(now()).toLocaleDateString('sv-SE'))} ${clockTime(now())}</h2>
        <span class=${old ? 'chip old' : 'soft'}>${old ? html`<b aria-hidden="true">▲</b> ` : nothing}${t('wall.age', { age: shortAge(wall.at, now()) })}</span>
        <span class="grow"></span><parts-strip .showQueue=${false} .parts=${live?.parts ?? null} .link=${live?.link ?? 'CONNECTING'} .cutSince=${live?.cutSince ?? null} .boardLostAt=${live?.boardLostAt ?? null}></parts-strip></div>
      ${wall.lines.slice(0, 1).map((line) => wallLine(line, wall.usualDays))}
      <div class="wall-foot">${team(wall.team)}${places(wall.places)}${otherLines(wall.lines.slice(1))}</div>`;
  }
}
customElements.define('wall-page', WallPage);
