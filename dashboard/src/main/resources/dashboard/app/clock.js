/** The server's clock, as well as the browser can know it, and one heartbeat for everything that counts seconds. */

const SKEW_SHOWN_FROM_MILLIS = 2000;
let skewMillis = 0;

/** @returns {number} milliseconds since 1970 on the server's clock */
export const now = () => Date.now() + skewMillis;

/** @param {string | null} dateHeader a whole second; a small difference is only rounding */
export function learnServerTime(dateHeader) {
  const server = dateHeader ? Date.parse(dateHeader) : NaN;
  if (Number.isNaN(server)) return;
  const difference = server + 500 - Date.now();
  skewMillis = Math.abs(difference) < SKEW_SHOWN_FROM_MILLIS ? 0 : difference;
}

/** @type {Set<() => void>} */
const beats = new Set();
/** @type {ReturnType<typeof setInterval> | undefined} */
let timer;

/** @param {() => void} beat called every second @returns {() => void} stops it */
export function everySecond(beat) {
  beats.add(beat);
  timer ??= setInterval(() => beats.forEach((each) => each()), 1000);
  return () => {
    beats.delete(beat);
    if (beats.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}
