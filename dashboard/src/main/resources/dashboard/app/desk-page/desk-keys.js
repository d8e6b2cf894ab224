/** What each key does on the desk. The focus moves only when a key asked for it. */

/**
 * @param {HTMLElement} page
 * @param {import('../desk.js').Desk} desk
 * @param {import('./desk-phone.js').DeskPhone} phone
 * @param {() => void} guide
 * @param {(selector: string) => void} show
 * @returns {(name: string) => void}
 */
export function deskKeys(page, desk, phone, guide, show) {
  const found = (/** @type {string} */ selector) => /** @type {any} */ (page.querySelector(selector));
  const own = () => found('.place[data-mine=true]')?.closest('place-card');
  /** @type {Record<string, () => unknown>} */
  const keys = {
    answer: () => phone.softphone.answer(),
    hangUp: () => phone.hangUp(),
    mute: () => phone.softphone.mute(),
    presence: () => (desk.me?.state === 'READY' ? desk.become('PAUSED', 'BREAK') : desk.become('READY')),
    rescue: () => {
      const choice = found('#rescue');
      if (choice) choice.open = true;
      // The summary stands before the buttons: focused, Enter would close what the key just opened.
      (choice?.querySelector('button:enabled') ?? choice?.querySelector('summary'))?.focus();
    },
    interpreter: () => found('interpreter-line')?.begin(),
    colleague: () => found('colleague-line')?.begin(),
    contact: () => show('#contact-callerKind, #contact'),
    who: () => found('who-panel')?.begin(),
    renew: () => found('.renew button:enabled')?.click(),
    places: () => show('#places .place button:enabled, #places'),
    holdFirst: () => found('.place[data-mine=false][data-misfit=false] .place-foot button:enabled')?.click(),
    accepted: () => own()?.askConfirm(),
    refused: () => own()?.askRefusal(),
    extend: () => own()?.extend(),
    giveBack: () => own()?.giveBack(),
    close: () => (desk.closing.question ? found('unmet-question')?.ask() : desk.closing.begin()),
    guide,
  };
  return (name) => void keys[name]();
}
