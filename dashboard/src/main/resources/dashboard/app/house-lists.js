/** The lists of codes as this house offers them: its own words, its order, and finer entries below a nation's code. Holds no words of ours. */

/** @typedef {{code: string, parent: string | null, fr: string, en: string, offered: boolean}} ListEntry */
/** @typedef {{list: string, version: number, takesOwn: boolean, entries: ListEntry[], changedBy: string | null, changedAt: string | null}} HouseList */

/** The server's name of a list -> the name of its words here. @type {Record<string, string>} */
export const WORDS_OF = {
  CLOSURE_REASON: 'closureWhy', UNMET_REASON: 'unmetReason', UNMET_SUB_REASON: 'unmetSubReason', REFUSAL_REASON: 'refusalReason', NEED: 'need', NEXT_STEP: 'nextStep',
  CONTACT_KIND: 'contactKind', CALLER_KIND: 'callerKind', RESIDENTIAL_SITUATION: 'lastNight', EXIT_REASON: 'exitReason', EXIT_DESTINATION: 'exitDestination',
};

/** @type {Map<string, ListEntry[]>} */
const house = new Map();

/** @param {HouseList[]} lists @returns {boolean} whether anything is different now */
export function useHouseLists(lists) {
  const before = JSON.stringify([...house]);
  house.clear();
  for (const { list, entries } of lists) if (WORDS_OF[list]) house.set(WORDS_OF[list], entries);
  return JSON.stringify([...house]) !== before;
}

/** @param {string} list @param {string} code @param {'fr' | 'en'} language @returns {string} empty: our own words hold */
export function houseWord(list, code, language) {
  return house.get(list)?.find((entry) => entry.code === code)?.[language] ?? '';
}

/** @param {string} list @param {string[]} codes ours, in our order @returns {string[]} those that forms offer here, in the order of the house */
export function offered(list, codes) {
  const entries = house.get(list)?.filter((entry) => entry.parent === null);
  if (!entries) return codes;
  const said = new Set(entries.map((entry) => entry.code));
  return [...entries.filter((entry) => entry.offered && codes.includes(entry.code)).map((entry) => entry.code), ...codes.filter((code) => !said.has(code))];
}

/** @param {string} list @param {string} parent @returns {string[]} the finer entries that forms offer below a code */
export function finerOf(list, parent) {
  return (house.get(list) ?? []).filter((entry) => entry.parent === parent && entry.offered).map((entry) => entry.code);
}
