/** How a site is asked for its figures: the one form of coordinators and of the site itself. */
import { html, nothing } from '../../vendor/lit.js';
import { now } from '../clock.js';
import { dayAndTime } from '../format.js';
import { codeWord, codesOf, t } from '../words.js';

/** @typedef {{busy: boolean, fault: string, title: string, words?: string, save: (event: Event) => void}} Look */

/**
 * @param {import('../wire.d.ts').SiteChannel} channel
 * @param {Look} look `words`: the list that names the ways; ids are of this site, for a page may show several
 */
export function askedForm(channel, { busy, fault, title, words = 'contactBy', save }) {
  const choice = (/** @type {string} */ code, /** @type {string} */ word, /** @type {string} */ chosen) => html`<option value=${code} ?selected=${code === chosen}>${word}</option>`;
  const id = (/** @type {string} */ field) => `contact-${field}-${channel.siteId}`;
  return html`<form aria-label="${title}, ${channel.siteName}" @submit=${save} novalidate>
    <h3>${title}</h3>
    ${channel.smsStoppedAt ? html`<p class="note old"><b aria-hidden="true">▲</b> ${t(words === 'contactBy' ? 'contact.stopped' : 'ownContact.stopped', { when: dayAndTime(channel.smsStoppedAt, now()) })}</p>` : nothing}
    <div><label for=${id('by')}>${t('contact.by')}</label><select id=${id('by')} name="askBy">${codesOf(words).map((code) => choice(code, codeWord(words, code), channel.askBy))}</select></div>
    <div><label for=${id('number')}>${t('contact.number')}</label><input id=${id('number')} name="number" type="tel" autocomplete="off" placeholder=${channel.number ?? ''} aria-invalid=${fault === 'number'} aria-describedby=${id('hint')} />
      <small id=${id('hint')}>${channel.number ? t('contact.numberKept', { number: channel.number }) : t('contact.noNumber')}</small></div>
    <div><label for=${id('language')}>${t('contact.language')}</label><select id=${id('language')} name="language">${choice('fr', t('contact.fr'), channel.language)}${choice('en', t('contact.en'), channel.language)}</select></div>
    <label class="check"><input type="checkbox" name="askedAtNight" .checked=${channel.askedAtNight} /> ${t('contact.atNight')}</label>
    <button class="main" ?disabled=${busy}>${t('contact.save')}</button></form>`;
}

/** What stands in the form. An empty number keeps the one that is there. @param {HTMLElement} of */
export function askedWish(of) {
  const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (of.querySelector(`[name=${name}]`));
  const number = field('number').value.trim();
  return { askBy: field('askBy').value, language: field('language').value, askedAtNight: field('askedAtNight').checked, ...(number ? { number } : {}) };
}
