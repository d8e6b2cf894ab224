/** What to say of risky words, wherever somebody writes freely. */
import { codeWord, t } from './words.js';

/** @param {string[]} risks the kinds that risksIn found; not none */
export const riskWarning = (risks) => t('risk.warning', { what: risks.map((risk) => codeWord('risk', risk)).join(', ') });
