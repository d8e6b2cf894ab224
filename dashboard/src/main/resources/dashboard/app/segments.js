/** What a text costs while it is typed: the same count as the server's Segments. Pure. */

const GSM7 = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà');
const ESCAPED = new Set('^{}\\[~]|€');

/** @param {string} text @returns {{ units: number, segments: number }} */
export function segmentsOf(text) {
  const characters = [...text];
  const gsm = characters.every((character) => GSM7.has(character) || ESCAPED.has(character));
  const [alone, joined] = gsm ? [160, 153] : [70, 67];
  let units = 0;
  let inLast = 0;
  let segments = 1;
  for (const character of characters) {
    const size = gsm ? (ESCAPED.has(character) ? 2 : 1) : character.length;
    units += size;
    if (inLast + size > joined) {
      segments += 1;
      inLast = 0;
    }
    inLast += size;
  }
  if (units === 0) return { units, segments: 0 };
  return { units, segments: units <= alone ? 1 : segments };
}
