/** What this screen remembers of its user's taste. Never personal data of a caller. */

/** @typedef {'language' | 'theme' | 'shortcuts' | 'microphone' | 'ringVolume' | 'receptionSite'} SettingName */

const PREFIX = 'hotline.setting.';

/** @returns {Storage | null} null where the browser refuses storage */
function storage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** @type {Map<string, string>} */
const memory = new Map();

export const settings = {
  /** @param {SettingName} name @returns {string | null} */
  read(name) {
    return storage()?.getItem(PREFIX + name) ?? memory.get(name) ?? null;
  },
  /** @param {SettingName} name @param {string} value */
  write(name, value) {
    memory.set(name, value);
    storage()?.setItem(PREFIX + name, value);
  },
};

/** auto follows the machine; light and dark hold against it. */
export function applyTheme() {
  const theme = settings.read('theme') ?? 'auto';
  document.documentElement.dataset.theme = theme;
}
