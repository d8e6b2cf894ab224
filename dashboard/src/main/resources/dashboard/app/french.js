/** French typography in one place: the words are written plainly, the no-break spaces are put here. */

const NO_BREAK = '\u00a0';

/**
 * @param {string} text
 * @returns {string} the text with a no-break space wherever French never breaks a line
 */
export function french(text) {
  return text
    .replace(/ ([:;!?»%])/g, `${NO_BREAK}$1`)
    .replace(/« /g, `«${NO_BREAK}`)
    .replace(/(\d|\}) (h|min|s|j)(?![a-zà-ÿ])/g, `$1${NO_BREAK}$2`)
    .replace(/(\d\u00a0h) (\d)/g, `$1${NO_BREAK}$2`);
}
