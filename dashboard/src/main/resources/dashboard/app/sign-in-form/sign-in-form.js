/** Name and password. Says what happened, never which of the two was wrong. */
import { html, nothing } from '../../vendor/lit.js';
import { Problem, api } from '../api.js';
import { HotlineElement } from '../element.js';
import { unlockSound } from '../ring.js';
import { problemWord, t } from '../words.js';
import '../screen-menu/screen-menu.js';

export class SignInForm extends HotlineElement {
  static properties = { problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {Problem | null} */
    this.problem = null;
    this.busy = false;
  }

  firstUpdated() {
    this.querySelector('input')?.focus();
  }

  /** @param {SubmitEvent} event */
  async #signIn(event) {
    event.preventDefault();
    unlockSound();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const name = String(form.get('name')).trim().toLowerCase();
    this.busy = true;
    try {
      this.say('signed-in', await api('POST', '/api/session', { name, password: String(form.get('password')) }));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem;
      await this.updateComplete;
      /** @type {HTMLInputElement | null} */ (this.querySelector('input[name=password]'))?.select();
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`
      <div class="corner"><screen-menu .signedIn=${false}></screen-menu></div>
      <main class="sign-in">
        <h1><span class="mark">115</span> ${t('signIn.title')}</h1>
        <p class="soft">${t('signIn.lead')}</p>
        <form @submit=${this.#signIn} aria-busy=${this.busy}>
          <label for="sign-in-name">${t('signIn.name')}</label>
          <input id="sign-in-name" name="name" autocomplete="username" autocapitalize="none" spellcheck="false" required />
          <label for="sign-in-password">${t('signIn.password')}</label>
          <input id="sign-in-password" name="password" type="password" autocomplete="current-password" required
            aria-describedby="sign-in-problem" />
          <p id="sign-in-problem" class="problem" role="alert">${this.problem ? this.#words(this.problem) : nothing}</p>
          <button class="main" ?disabled=${this.busy}>${t(this.busy ? 'signIn.busy' : 'signIn.enter')}</button>
        </form>
        <p class="soft"><a href="/appel">${t('signIn.callPage')}</a></p>
      </main>`;
  }

  /** @param {Problem} problem */
  #words(problem) {
    return problemWord(problem.code, { seconds: problem.body.retryAfterSeconds ?? 60 });
  }
}
customElements.define('sign-in-form', SignInForm);
