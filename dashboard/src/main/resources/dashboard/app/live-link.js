/** The socket to the server: comes back by itself with growing, jittered pauses, and notices a line that went silent. */

const PAUSE_FIRST_MILLIS = 400;
const PAUSE_MAX_MILLIS = 15_000;
const SILENCE_MILLIS = 30_000;
const ANSWER_MILLIS = 6_000;

/** @param {number} attempt counted from 0 @param {number} random 0..1 */
export const pauseMillis = (attempt, random) =>
  Math.min(PAUSE_MAX_MILLIS, PAUSE_FIRST_MILLIS * 2 ** attempt) * (0.5 + random / 2);

/** Events: `message` (detail: LiveMessage), `state` (detail: 'LIVE' | 'CUT'). Why it was cut is the session's to say. */
export class LiveLink extends EventTarget {
  /** @type {WebSocket | null} */
  #socket = null;
  #attempt = 0;
  #ended = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #again;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #silence;
  #url;

  /** @param {string} url */
  constructor(url) {
    super();
    this.#url = url;
  }

  start() {
    addEventListener('online', this.#hurry);
    document.addEventListener('visibilitychange', this.#wake);
    this.#open();
    return this;
  }

  stop() {
    this.#ended = true;
    removeEventListener('online', this.#hurry);
    document.removeEventListener('visibilitychange', this.#wake);
    clearTimeout(this.#again);
    clearTimeout(this.#silence);
    this.#socket?.close();
  }

  /** Asks for fresh snapshots. A line that does not answer is dropped and opened again. */
  resync() {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    this.#socket.send('{"type":"resync"}');
    this.#listen(ANSWER_MILLIS, () => this.#drop());
  }

  #open() {
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.onmessage = (event) => this.#heard(String(event.data));
    socket.onclose = () => socket === this.#socket && this.#lost();
    this.#listen(ANSWER_MILLIS, () => this.#drop());
  }

  /** @param {string} text */
  #heard(text) {
    this.#listen(SILENCE_MILLIS, () => this.resync());
    const message = JSON.parse(text);
    if (message.type === 'hello') {
      this.#attempt = 0;
      this.#tell('state', 'LIVE');
    }
    this.#tell('message', message);
  }

  #lost() {
    clearTimeout(this.#silence);
    this.#socket = null;
    if (this.#ended) return;
    this.#tell('state', 'CUT');
    this.#again = setTimeout(() => this.#open(), pauseMillis(this.#attempt++, Math.random()));
  }

  #drop() {
    const socket = this.#socket;
    if (!socket) return;
    this.#lost();
    socket.close();
  }

  #hurry = () => {
    this.#attempt = 0;
    if (this.#socket) return this.resync();
    clearTimeout(this.#again);
    this.#open();
  };

  #wake = () => {
    if (!document.hidden) this.#socket ? this.resync() : this.#hurry();
  };

  /** @param {number} millis @param {() => void} then */
  #listen(millis, then) {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(then, millis);
  }

  /** @param {string} name @param {unknown} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/** @returns {string} the address of the live socket of this page's server */
export const liveUrl = () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`;
