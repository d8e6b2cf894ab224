/** The ring: two soft tones, made here, so that nothing has to be fetched when it matters. */
import { settings } from './settings.js';

const TONES_HERTZ = [440, 554];
const ON_SECONDS = 1.1;
const EVERY_MILLIS = 3200;

/** @type {AudioContext | null} */
let context = null;
/** @type {ReturnType<typeof setInterval> | undefined} */
let timer;

/** Browsers allow sound only after a gesture: call this from a click or a key. */
export function unlockSound() {
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
  return context;
}

/** @returns {boolean} false while the browser still forbids sound */
export const soundAllowed = () => context?.state === 'running';

export function startRinging() {
  if (timer) return;
  once();
  timer = setInterval(once, EVERY_MILLIS);
}

export function stopRinging() {
  clearInterval(timer);
  timer = undefined;
}

function once() {
  const sound = unlockSound();
  const volume = Number(settings.read('ringVolume') ?? 60) / 100;
  const gain = new GainNode(sound, { gain: 0 });
  gain.connect(sound.destination);
  gain.gain.setTargetAtTime(0.18 * volume, sound.currentTime, 0.04);
  gain.gain.setTargetAtTime(0, sound.currentTime + ON_SECONDS, 0.12);
  TONES_HERTZ.forEach((frequency, place) => {
    const tone = new OscillatorNode(sound, { frequency, type: 'sine' });
    tone.connect(gain);
    tone.start(sound.currentTime + place * 0.18);
    tone.stop(sound.currentTime + ON_SECONDS + 0.8);
  });
}
