/** Who may be the same person noted twice, with the reason, and what one click takes apart again. */
import { html, nothing } from '../../vendor/lit.js';
import { now } from '../clock.js';
import { dayAndTime } from '../format.js';
import { calledBy } from '../person-name.js';
import { codeWord, t } from '../words.js';

/** @param {import('../wire.d.ts').PersonFile} file @param {import('../who.js').Who | null} who */
export function samePerson({ alike, merges }, who) {
  if (alike.length === 0 && merges.length === 0) return nothing;
  return html`<section class="same-person" aria-labelledby="same-person"><h3 id="same-person">${t('same.title')}</h3>
    <ul>${alike.map((person) => html`<li><b>${calledBy(person) || t('who.anonymous')}</b>
        <span class="soft">${t('who.code', { code: person.code })} · ${person.why.map((each) => codeWord('foundBy', each)).join(', ')}</span>
        <button @click=${() => who?.merge(person.personId, crypto.randomUUID())}>${t('same.merge')}</button></li>`)}
      ${merges.map((merge) => html`<li><span>${t('same.merged', { code: merge.code, when: dayAndTime(merge.mergedAt, now()), by: merge.mergedBy })}</span>
        <button @click=${() => who?.undoMerge(merge.mergeId)}>${t('same.undo')}</button></li>`)}</ul></section>`;
}
