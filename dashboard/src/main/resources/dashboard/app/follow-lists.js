/** Reads the house's lists at the door and now and then: what a coordinator changed is on the open forms without a reload. */
import { Problem, api } from './api.js';
import { useHouseLists } from './house-lists.js';
import { announceLanguage } from './words.js';

const EVERY_MILLIS = 15_000;

/** Fail-open: without an answer the words and codes of the program hold, or those read last. */
export async function readHouseLists() {
  try {
    if (useHouseLists(await api('GET', '/api/reference'))) announceLanguage();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
  }
}

/** @returns {() => void} stops it */
export function followHouseLists() {
  const timer = setInterval(() => document.hidden || void readHouseLists(), EVERY_MILLIS);
  return () => clearInterval(timer);
}
