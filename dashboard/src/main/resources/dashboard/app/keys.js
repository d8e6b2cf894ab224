/** Keys that work everywhere. Always Ctrl+Shift, so that nothing typed is ever a command; `?` opens the guide and can be switched off. */
import { settings } from './settings.js';

/** @type {ReadonlyArray<{name: string, key: string, shown: string}>} */
export const SHORTCUTS = [
  { name: 'answer', key: 'A', shown: 'A' },
  { name: 'hangUp', key: 'H', shown: 'H' },
  { name: 'mute', key: 'M', shown: 'M' },
  { name: 'presence', key: 'Y', shown: 'Y' },
  { name: 'rescue', key: 'U', shown: 'U' },
  { name: 'interpreter', key: 'B', shown: 'B' },
  { name: 'colleague', key: 'V', shown: 'V' },
  { name: 'contact', key: 'L', shown: 'L' },
  { name: 'who', key: 'K', shown: 'K' },
  { name: 'renew', key: 'D', shown: 'D' },
  { name: 'places', key: 'P', shown: 'P' },
  { name: 'holdFirst', key: 'G', shown: 'G' },
  { name: 'accepted', key: 'O', shown: 'O' },
  { name: 'refused', key: 'S', shown: 'S' },
  { name: 'extend', key: 'E', shown: 'E' },
  { name: 'giveBack', key: 'X', shown: 'X' },
  { name: 'close', key: 'ENTER', shown: '↵' },
  { name: 'guide', key: 'F', shown: 'F' },
];

export const shortcutsOn = () => settings.read('shortcuts') !== 'off';

/**
 * @param {Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey'>} event
 * @param {boolean} typing the focus is in a field
 * @returns {string | null} the shortcut's name
 */
export function shortcutOf(event, typing) {
  if (!shortcutsOn() || event.altKey || event.metaKey) return null;
  if (event.key === '?' && !event.ctrlKey && !typing) return 'guide';
  if (!event.ctrlKey || !event.shiftKey) return null;
  const key = event.key.toUpperCase();
  return SHORTCUTS.find((shortcut) => shortcut.key === key)?.name ?? null;
}

/** @param {string} name @returns {string} Ctrl ⇧ A, empty while shortcuts are off */
export function shownKeys(name) {
  const shortcut = SHORTCUTS.find((each) => each.name === name);
  return shortcut && shortcutsOn() ? `Ctrl ⇧ ${shortcut.shown}` : '';
}

/** @param {(name: string) => void} act @returns {() => void} stops listening */
export function listenToKeys(act) {
  /** @param {KeyboardEvent} event */
  const heard = (event) => {
    const target = /** @type {HTMLElement | null} */ (event.target);
    const typing = Boolean(target?.matches?.('input, select, textarea, [contenteditable]'));
    const name = shortcutOf(event, typing);
    if (!name) return;
    event.preventDefault();
    act(name);
  };
  addEventListener('keydown', heard);
  return () => removeEventListener('keydown', heard);
}
