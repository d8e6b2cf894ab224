/** Many changes, one drawing: whatever comes within a frame is shown once. A hidden page still wakes up to ring. */

/** @param {() => void} draw @returns {() => void} ask for a drawing as often as you like */
export function oncePerFrame(draw) {
  let asked = false;
  const run = () => {
    asked = false;
    draw();
  };
  return () => {
    if (asked) return;
    asked = true;
    if (typeof document === 'undefined' || document.hidden) setTimeout(run, 50);
    else requestAnimationFrame(run);
  };
}

/** The first asking draws after so long, and all that come meanwhile are in it. @param {number} millis @param {() => void} draw @returns {() => void} */
export function atMostEvery(millis, draw) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  return () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      draw();
    }, millis);
  };
}
