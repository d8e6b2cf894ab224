/** What is said about waiting on the page of appointments, and what the house is asked then. */
import { api, surely } from '../api.js';
import { t } from '../words.js';

/**
 * By the event that says it.
 * @param {import('../kept.js').KeptList<unknown> & { siteId: string, numbers: Record<string, string> }} page
 * @returns {Record<string, (detail: any) => Promise<unknown>>}
 */
export function waitActs(page) {
  const post = (/** @type {string} */ path, /** @type {object} */ body, /** @type {string} */ done) => page.act(() => surely(() => api('POST', path, body)), done);
  return {
    'wait-joined': async ({ done, ...person }) => {
      if (await post('/api/waiting-list', { siteId: page.siteId, ...person }, t('waits.joined'))) done();
    },
    'wait-earlier': (appointmentId) => post(`/api/appointments/${appointmentId}/wait`, { waitId: crypto.randomUUID() }, t('waits.joined')),
    'wait-left': (waitId) => post(`/api/waiting-list/${waitId}/leave`, {}, t('waits.left')),
    'slot-offered': ({ scheduleId, startsAt }) => post('/api/slot-offers', { offerId: crypto.randomUUID(), scheduleId, startsAt }, t('waits.offered')),
    'offer-answered': ({ offerId, takes }) => post(`/api/slot-offers/${offerId}/answer`, { takes }, t(takes ? 'waits.taken' : 'waits.declined')),
    'offer-number': (offerId) => page.act(async () => {
      const { dial } = await api('POST', `/api/slot-offers/${offerId}/number`, {});
      page.numbers = { ...page.numbers, [offerId]: dial };
    }),
  };
}
