/** A list while a coordinator changes it. Pure: each change gives a new list of entries. */

/** @typedef {import('../house-lists.js').ListEntry} ListEntry */

/** @param {ListEntry[]} entries as saved @returns {ListEntry[]} each code followed by what stands below it, as forms show them */
export function inFamilies(entries) {
  return entries.filter((entry) => entry.parent === null).flatMap((code) => [code, ...entries.filter((own) => own.parent === code.code)]);
}

/** A code moves with what stands below it, an own entry among its own. @param {ListEntry[]} entries @param {string} code @param {-1 | 1} by @returns {ListEntry[]} */
export function moved(entries, code, by) {
  const entry = entries.find((each) => each.code === code);
  const among = entries.filter((each) => each.parent === entry?.parent);
  const at = among.findIndex((each) => each.code === code);
  const other = among[at + by];
  if (!entry || !other) return entries;
  return inFamilies(entries.map((each) => (each === entry ? other : each === other ? entry : each)));
}

/** @param {ListEntry[]} entries @param {string} code @param {Partial<ListEntry>} said @returns {ListEntry[]} */
export function changed(entries, code, said) {
  return entries.map((entry) => (entry.code === code ? { ...entry, ...said } : entry));
}

/** @param {ListEntry[]} entries @param {{parent: string, fr: string, en: string}} own @returns {ListEntry[] | null} null: it is there already */
export function added(entries, { parent, fr, en }) {
  const code = codeOf(fr);
  if (!code || entries.some((entry) => entry.code === code)) return null;
  return inFamilies([...entries, { code, parent, fr, en, offered: true }]);
}

/** @param {string} words @returns {string} punaises-de-lit; begins with a letter, as the server wants it */
export function codeOf(words) {
  const letters = words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+/, '');
  return letters.slice(0, 40).replace(/-+$/, '');
}
