/** The lines of a chart as paths of a fixed box: what is drawn, and nothing of how. */

export const BOX = { width: 720, height: 160, left: 34, bottom: 22 };

/** @param {number} most @returns {number} a round number that nothing exceeds */
export function ceiling(most) {
  if (most <= 5) return 5;
  const step = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((times) => times * step).find((round) => round >= most) ?? most;
}

/** @param {number} index @param {number} count */
export function across(index, count) {
  return BOX.left + ((BOX.width - BOX.left) * (index + 0.5)) / count;
}

/** @param {number} value @param {number} top */
export function up(value, top) {
  return (BOX.height - BOX.bottom) * (1 - value / top) + 4;
}

/** @param {number[]} values @param {number} top */
export function path(values, top) {
  return values.map((value, index) => `${index === 0 ? 'M' : 'L'}${across(index, values.length).toFixed(1)} ${up(value, top).toFixed(1)}`).join(' ');
}

/** Which of so many names can stand side by side. @param {number} count @param {number} [most] @returns {number} every n-th */
export function everyNth(count, most = 13) {
  return Math.max(1, Math.ceil(count / most));
}
