/** The microphone: asking for it, choosing one of several, and how loud it is. */
import { unlockSound } from './ring.js';
import { settings } from './settings.js';

/** @returns {MediaTrackConstraints | boolean} */
export function microphoneWish() {
  const chosen = settings.read('microphone');
  const clean = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
  return chosen ? { ...clean, deviceId: { ideal: chosen } } : clean;
}

/** Asks early, so that answering a call never waits for a question of the browser. @returns {Promise<'GRANTED' | 'DENIED' | 'MISSING'>} */
export async function askForMicrophone() {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: microphoneWish() });
    stream.getTracks().forEach((track) => track.stop());
    return 'GRANTED';
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError' ? 'DENIED' : 'MISSING';
  }
}

/** @returns {Promise<MediaDeviceInfo[]>} */
export async function microphones() {
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  return devices.filter((device) => device.kind === 'audioinput' && device.deviceId !== '');
}

/** Measures a stream ten times a second. @param {MediaStream} stream @param {(level: number) => void} told 0..1 @returns {() => void} */
export function measureLevel(stream, told) {
  const sound = unlockSound();
  const source = sound.createMediaStreamSource(stream);
  const analyser = new AnalyserNode(sound, { fftSize: 512 });
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    told(Math.min(1, Math.sqrt(power) * 4));
  }, 100);
  return () => {
    clearInterval(timer);
    source.disconnect();
  };
}
