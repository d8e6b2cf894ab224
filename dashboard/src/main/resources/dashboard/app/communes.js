/** Communes by name or INSEE code. The names are suggestions of the demonstration's département; any code may be typed. */
export const UNKNOWN = 'UNKNOWN';

/** @type {Record<string, string>} INSEE code -> name (Code officiel géographique, Hérault) */
export const COMMUNES = {
  34172: 'Montpellier', 34032: 'Béziers', 34301: 'Sète', 34003: 'Agde', 34145: 'Lunel', 34057: 'Castelnau-le-Lez',
  34129: 'Lattes', 34108: 'Frontignan', 34154: 'Mauguio', 34123: 'Juvignac', 34270: 'Saint-Jean-de-Védas', 34079: "Clermont-l'Hérault",
  34199: 'Pézenas', 34142: 'Lodève', 34111: 'Ganges', 34028: 'Bédarieux', 34157: 'Mèze', 34192: 'Palavas-les-Flots', 34198: 'Pérols',
  34150: 'Marseillan', 34255: 'Saint-Gély-du-Fesc', 34344: 'La Grande-Motte', 34090: 'Le Crès', 34116: 'Grabels', 34120: 'Jacou',
};

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
