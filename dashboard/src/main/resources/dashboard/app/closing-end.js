/** When places that are shut now open again, as people say it. Noon: who sleeps there has left, the evening has not begun. */
const DAYS = /** @type {Record<string, number>} */ ({ TOMORROW: 1, THREE_DAYS: 3, WEEK: 7 });

/** @param {string} end @param {number} nowMillis @returns {string | null} a moment; null when nobody knows */
export function closingEnd(end, nowMillis) {
  const days = DAYS[end];
  if (days === undefined) return null;
  const noon = new Date(nowMillis);
  noon.setDate(noon.getDate() + days);
  noon.setHours(12, 0, 0, 0);
  return noon.toISOString();
}
