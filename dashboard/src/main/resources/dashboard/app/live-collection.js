/** Things that change under numbers: a snapshot, then n+1, n+2 ... A missing number means: ask for a new snapshot. */

/** @template {object} T */
export class LiveCollection {
  /** @type {Map<string, T>} */
  #items = new Map();
  #version = -1;
  #waiting = true;
  /** @type {(item: T) => string} */
  #key;

  /** @param {(item: T) => string} key */
  constructor(key) {
    this.#key = key;
  }

  get version() {
    return this.#version;
  }

  /** True until the first snapshot, and again after a gap. */
  get waiting() {
    return this.#waiting;
  }

  /** @returns {T[]} */
  get items() {
    return [...this.#items.values()];
  }

  /** @param {string} key */
  item(key) {
    return this.#items.get(key);
  }

  /** @param {number} version @param {T[]} items */
  snapshot(version, items) {
    this.#items = new Map(items.map((item) => [this.#key(item), item]));
    this.#version = version;
    this.#waiting = false;
  }

  /**
   * @param {number} version
   * @param {T[]} items those that changed
   * @returns {'APPLIED' | 'ALREADY_KNOWN' | 'GAP'} after a gap nothing is believed until the next snapshot
   */
  change(version, items) {
    if (this.#waiting) return 'ALREADY_KNOWN';
    if (version <= this.#version) return 'ALREADY_KNOWN';
    if (version !== this.#version + 1) {
      this.#waiting = true;
      return 'GAP';
    }
    for (const item of items) this.#items.set(this.#key(item), item);
    this.#version = version;
    return 'APPLIED';
  }

  /** The next server counts anew: what is shown stays shown, but only a snapshot is believed. */
  distrust() {
    this.#waiting = true;
  }
}
