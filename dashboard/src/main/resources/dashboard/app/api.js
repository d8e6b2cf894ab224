/** The one door to the server's HTTP side: JSON, the CSRF header, problems as values with a code. */
import { learnServerTime } from './clock.js';

const TIMEOUT_MILLIS = 12_000;

/** What the server refused, or why it could not be asked. `code` is translated under `problem.`. */
export class Problem extends Error {
  /** @param {number} status 0 when no answer came @param {Record<string, any>} body */
  constructor(status, body) {
    super(body.code);
    this.status = status;
    /** @type {string} */
    this.code = body.code ?? 'UNEXPECTED';
    /** @type {Record<string, any>} */
    this.body = body;
  }

  /** True when nobody knows whether it happened: ask again with the same id. */
  get unknown() {
    return this.status === 0;
  }
}

let csrf = '';
/** @param {string} token */
export const useCsrf = (token) => (csrf = token);

/**
 * @param {'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} method
 * @param {string} path
 * @param {unknown} [body]
 * @returns {Promise<any>} the JSON answer, null when it has none
 */
export async function api(method, path, body) {
  /** @type {Record<string, string>} */
  const headers = { accept: 'application/json' };
  if (method !== 'GET') headers['x-csrf-token'] = csrf;
  if (body !== undefined) headers['content-type'] = 'application/json';
  const response = await send(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  learnServerTime(response.headers.get('date'));
  const answer = await json(response);
  if (!response.ok) throw new Problem(response.status, answer ?? {});
  return answer;
}

/** An answer that was lost is asked for again with the same ids; the server gives the same answer. @param {() => Promise<any>} ask */
export async function surely(ask, tries = 3) {
  for (let left = tries; ; left--) {
    try {
      return await ask();
    } catch (problem) {
      if (!(problem instanceof Problem) || !problem.unknown || left <= 1) throw problem;
    }
  }
}

/** @param {string} path @param {RequestInit} options */
async function send(path, options) {
  try {
    return await fetch(path, { ...options, credentials: 'same-origin', signal: AbortSignal.timeout(TIMEOUT_MILLIS) });
  } catch {
    throw new Problem(0, { code: 'NETWORK' });
  }
}

/** @param {Response} response */
async function json(response) {
  if (response.status === 204 || !response.headers.get('content-type')?.includes('json')) return null;
  try {
    return await response.json();
  } catch {
    throw new Problem(0, { code: 'NETWORK' });
  }
}
