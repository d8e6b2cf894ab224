/** What is said of a person, and what is searched by it. */
const SPOKEN = /^[a-z][\s.-]*[0-9][\s.-]*[a-z][\s.-]*[0-9]$/i;

/** A code said aloud, or else a name. @param {string} text @param {string} year @returns {{code: string} | {name: string, birthYear?: number} | null} null when there is nothing to search */
export function searched(text, year) {
  const plain = text.trim();
  if (plain === '') return null;
  if (SPOKEN.test(plain)) return { code: plain };
  return /^(19|20)[0-9]{2}$/.test(year.trim()) ? { name: plain, birthYear: Number(year) } : { name: plain };
}

/** @param {{firstName: string, lastName: string, pseudonym: string}} person @returns {string} empty for who said no name */
export function calledBy({ firstName, lastName, pseudonym }) {
  const name = [firstName, lastName].filter(Boolean).join(' ');
  if (name && pseudonym) return `${name} (${pseudonym})`;
  return name || pseudonym;
}
