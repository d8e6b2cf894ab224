/** The fields of a group and its site as a form shows them: name on the wire, kind, and the list of its codes. The server holds the rules. */

/** @typedef {{name: string, kind: 'text' | 'number' | 'check' | 'code' | 'codes' | 'time' | 'date', codes?: string}} SheetField */

/** @type {SheetField[]} */
export const GROUP_FIELDS = [
  { name: 'name', kind: 'text' },
  { name: 'placeType', kind: 'code', codes: 'placeType' },
  { name: 'unit', kind: 'code', codes: 'placeUnit' },
  { name: 'roomSize', kind: 'number' },
  { name: 'installed', kind: 'number' },
  { name: 'cots', kind: 'number' },
  { name: 'onDemand', kind: 'check' },
  { name: 'nightOnly', kind: 'check' },
  { name: 'genderRule', kind: 'code', codes: 'genderRule' },
  { name: 'ageMin', kind: 'number' },
  { name: 'ageMax', kind: 'number' },
  { name: 'pets', kind: 'code', codes: 'sheetPets' },
  { name: 'access', kind: 'code', codes: 'access' },
  { name: 'availability', kind: 'code', codes: 'availability' },
  { name: 'openFrom', kind: 'date' },
  { name: 'openTo', kind: 'date' },
  { name: 'arrivalFrom', kind: 'time' },
  { name: 'arrivalUntil', kind: 'time' },
  { name: 'stayRule', kind: 'text' },
  { name: 'releaseTimes', kind: 'text' },
  { name: 'allocationOwner', kind: 'code', codes: 'allocationOwner' },
  { name: 'staleAfterMinutes', kind: 'number' },
  { name: 'householdTypes', kind: 'codes', codes: 'householdType' },
];

/** @type {SheetField[]} */
export const SITE_FIELDS = [
  { name: 'siteName', kind: 'text' },
  { name: 'siteKind', kind: 'code', codes: 'siteKind' },
  { name: 'organisation', kind: 'text' },
  { name: 'commune', kind: 'text' },
  { name: 'inseeCode', kind: 'text' },
  { name: 'postalCode', kind: 'text' },
  { name: 'address', kind: 'text' },
  { name: 'addressIsSecret', kind: 'check' },
  { name: 'phone', kind: 'text' },
  { name: 'latitude', kind: 'text' },
  { name: 'longitude', kind: 'text' },
  { name: 'siteAccess', kind: 'code', codes: 'access' },
  { name: 'sitePets', kind: 'code', codes: 'petsAllowed' },
];

/** What was typed as the wire wants it. @param {SheetField} field @param {HTMLInputElement | HTMLSelectElement} input @returns {unknown} */
export function typed(field, input) {
  if (field.kind === 'check') return /** @type {HTMLInputElement} */ (input).checked;
  if (field.kind === 'codes') return [.../** @type {HTMLSelectElement} */ (input).selectedOptions].map((option) => option.value);
  if (field.kind === 'number') return input.value === '' ? null : Number(input.value);
  return input.value;
}

/** Only what differs travels. @param {SheetField[]} fields @param {Record<string, unknown>} before @param {Record<string, unknown>} after */
export function changes(fields, before, after) {
  return Object.fromEntries(fields.map(({ name }) => [name, after[name]]).filter(([name, value]) =>
    value !== undefined && JSON.stringify(value) !== JSON.stringify(before[/** @type {string} */ (name)])));
}
