/** Communes by name or INSEE code. The names are suggestions, from the département's own list; any code may be typed. */
export const UNKNOWN = 'UNKNOWN';

/** @type {Record<string, string>} INSEE code -> name, as the server named them */
export const COMMUNES = {};

/** @param {Array<{inseeCode: string, name: string}>} list */
export function learnCommunes(list) {
  for (const code of Object.keys(COMMUNES)) delete COMMUNES[code];
  for (const commune of list) COMMUNES[commune.inseeCode] = commune.name;
}

/** @param {string | null | undefined} code */
export function communeName(code) {
  if (!code || code === UNKNOWN) return '';
  return COMMUNES[code] ? `${COMMUNES[code]} (${code})` : code;
}

/** @param {string} typed @returns {string} the INSEE code, UNKNOWN when it is none */
export function communeCode(typed) {
  const code = /(\d[\dAB]\d{3})/i.exec(typed)?.[1];
  if (code) return code.toUpperCase();
  const wanted = plain(typed);
  return Object.entries(COMMUNES).find(([, name]) => plain(name) === wanted)?.[0] ?? UNKNOWN;
}

/** @param {string} name without accents, case and hyphens */
function plain(name) {
  return name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[^a-z]/gi, '').toLowerCase();
}
