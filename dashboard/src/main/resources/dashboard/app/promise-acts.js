/** What an agent says of a promised callback: no longer useful, or a machine picked up. */
import { api } from './api.js';

/**
 * The card on the desk shows at once what became of it; nobody else's card does.
 * @param {import('./desk.js').Desk} desk
 * @param {{ id: number, what: 'cancel' | 'machine' }} said
 */
export async function sayOfPromise(desk, { id, what }) {
  const promise = await api('POST', `/api/callbacks/${id}/${what}`);
  if (desk.card?.promise?.callbackId === id) desk.card = { ...desk.card, promise };
}
