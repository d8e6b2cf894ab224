/** What the server tells by itself: the board, the holds, the queue, the own presence, the parts. */
import { Problem, api } from './api.js';
import { now } from './clock.js';
import { atMostEvery, oncePerFrame } from './frame.js';
import { LiveCollection } from './live-collection.js';
import { LiveLink } from './live-link.js';

/** @typedef {import('./wire.d.ts').LiveMessage} LiveMessage */

/** Events: `change` at most once a frame, `card` at once, `back` after a lost line, `signedOut`. */
export class LiveState extends EventTarget {
  /** @type {'CONNECTING' | 'LIVE' | 'CUT'} */
  link = 'CONNECTING';
  /** When the line was lost; what is shown is at least this old. @type {string | null} */
  cutSince = null;
  /** @type {import('./wire.d.ts').Parts | null} */
  parts = null;
  /** @type {import('./wire.d.ts').AgentView | null} */
  me = null;
  /** @type {import('./wire.d.ts').QueueView | null} */
  queue = null;
  /** @type {import('./wire.d.ts').Card | null} */
  card = null;
  /** The callbacks that are owed; null: not known yet. @type {import('./wire.d.ts').PromiseView[] | null} */
  promises = null;
  /** Places that came back, and whose turn they are. @type {import('./wire.d.ts').FreedPlace[]} */
  freedPlaces = [];
  /** Texts that somebody must read. @type {import('./wire.d.ts').TextAlert[]} */
  textAlerts = [];
  nightOf = '';
  /** @type {LiveCollection<import('./wire.d.ts').GroupView>} */
  groups = new LiveCollection((group) => group.placeGroupId);
  /** @type {Map<string, import('./wire.d.ts').HoldView>} */
  holds = new Map();
  /** When Redis went away, as this screen saw it. @type {string | null} */
  boardLostAt = null;

  changed = oncePerFrame(() => this.dispatchEvent(new Event('change')));
  /** On a full evening fifty figures change a second, and nobody reads faster than this. */
  #figureMoved = atMostEvery(250, () => this.changed());
  /** @type {LiveLink} */
  #live;

  /** @param {import('./wire.d.ts').Session} session @param {string} url */
  constructor(session, url) {
    super();
    this.session = session;
    this.#live = new LiveLink(url);
    this.#live.addEventListener('message', (event) => this.hear(/** @type {CustomEvent} */ (event).detail));
    this.#live.addEventListener('state', (event) => this.#linked(/** @type {CustomEvent} */ (event).detail));
  }

  start() {
    this.#live.start();
  }

  stop() {
    this.#live.stop();
  }

  /** @param {LiveMessage} message */
  hear(message) {
    switch (message.type) {
      case 'hello':
        this.groups.distrust();
        this.#partsAre(message.parts);
        break;
      case 'board':
        this.groups.snapshot(message.version, message.groups);
        this.nightOf = message.nightOf;
        break;
      case 'boardChange':
        if (this.groups.change(message.version, message.groups) === 'GAP') this.#live.resync();
        else if (message.groups.some((group) => this.isShown(group.placeGroupId))) this.#figureMoved();
        return;
      case 'holds':
        this.holds = new Map(message.holds.map((hold) => [hold.holdId, hold]));
        break;
      case 'hold':
        // a colleague's moves a figure; one's own is drawn at once
        this.holdIs(message.hold, message.hold.agent === this.session.agent ? this.changed : this.#figureMoved);
        return;
      case 'me':
        this.me = message.me;
        break;
      case 'card':
        this.cardIs(message.card);
        break;
      case 'figures': return; // for walls, which ask then
      case 'queue': this.queue = message.queue; break;
      case 'promises': this.promises = message.promises; break;
      case 'textAlerts': this.textAlerts = message.textAlerts; break;
      case 'freedPlaces': this.freedPlaces = message.freedPlaces; break;
      case 'parts':
        this.#partsAre(message.parts);
        break;
    }
    this.changed();
  }

  /** Whether a figure of this group is on the screen. @param {string} _placeGroupId */
  isShown(_placeGroupId) {
    return true;
  }

  /** @param {import('./wire.d.ts').HoldView} hold @param {() => void} drawn */
  holdIs(hold, drawn = this.changed) {
    if (hold.status === 'ACTIVE') this.holds.set(hold.holdId, hold);
    else this.holds.delete(hold.holdId);
    drawn();
  }

  /** @param {import('./wire.d.ts').Card | null} card null: no call is this agent's now */
  cardIs(card) {
    this.card = card;
    this.dispatchEvent(new Event('card'));
    this.changed();
  }

  /** @param {import('./wire.d.ts').Parts} parts */
  #partsAre(parts) {
    if (parts.board === 'UP') this.boardLostAt = null;
    else this.boardLostAt ??= new Date(now()).toISOString();
    this.parts = parts;
  }

  /** A refused socket does not say why: only the session's own answer tells a lost line from a signed-out agent. */
  async #whyCut() {
    this.cutSince ??= new Date(now()).toISOString();
    try {
      await api('GET', '/api/session');
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 401) this.dispatchEvent(new Event('signedOut'));
    }
  }

  /** @param {'LIVE' | 'CUT'} state */
  #linked(state) {
    const back = this.link === 'CUT' && state === 'LIVE';
    this.link = state;
    if (state === 'LIVE') this.cutSince = null;
    else void this.#whyCut();
    if (back) this.dispatchEvent(new Event('back'));
    this.changed();
  }
}
