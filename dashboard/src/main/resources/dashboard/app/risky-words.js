/** What has no place in free text: numbers that name a person, health, papers and nationality. A warning, never a lock. */

/** @type {ReadonlyArray<[string, RegExp]>} the kind of risk, and how it is written. Words are compared without accents */
const RISKS = [
  ['idNumber', /(?<!\d)[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?(?:\d{2}|2[ab]) ?\d{3} ?\d{3}(?: ?\d{2})?(?!\d)/],
  ['phone', /(?<!\d)(?:\+33 ?|0)[1-9](?:[ .-]?\d{2}){4}(?!\d)/],
  ['birthDate', /(?<!\d)(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:19|20)\d{2}(?!\d)/],
  ['health', /\b(?:vih|sida|hepatite|tuberculose|cancer|diabet\w*|epilep\w*|schizophren\w*|bipolaire|depress\w*|seropositi\w*|toxicoman\w*|alcooliqu\w*|methadone|subutex|hiv|aids|hepatitis|tuberculosis|epileps\w*|addict\w*|alcoholic)\b/],
  ['papers', /\b(?:sans[- ]papiers?|clandestin\w*|titre de sejour|oqtf|dublin\w*|demandeu\w+ d.asile|nationalite|undocumented|nationality|asylum seekers?|residence permit)\b/],
  ['origin', /\b(?:musulman\w*|juif|juive|chretien\w*|rom|roms|tzigane|muslim|jewish|christian|gypsy)\b/],
];

/** @param {string} text @returns {string[]} the kinds of risk in it, each once */
export function risksIn(text) {
  const plain = text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[\u2019\u00a0]/g, ' ').toLowerCase();
  return RISKS.filter(([, written]) => written.test(plain)).map(([risk]) => risk);
}
