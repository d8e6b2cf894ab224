/** The browser's line to the exchange: connects, registers, and comes back by itself after a lost network. */
import { Registerer, RegistererState, UserAgent } from '../vendor/sip.js';

/** @typedef {'OFF' | 'CONNECTING' | 'READY' | 'LOST'} LineState */

const REGISTER_SECONDS = 60;
const AGAIN_MILLIS = 2500;
const GATHER_MILLIS = 400;

/** Events: `change` when the state changes, `invite` (detail: Invitation) when somebody calls. */
export class SipLine extends EventTarget {
  /** @type {LineState} */
  state = 'OFF';
  /** @type {UserAgent | null} */
  agent = null;
  /** @type {Registerer | null} */
  #registerer = null;
  #wanted = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #again;

  /** @param {import('./wire.d.ts').SoftphoneAccess} access @param {{receives: boolean}} kind a caller's phone only calls */
  async start(access, { receives }) {
    this.#wanted = true;
    this.agent = new UserAgent({
      uri: UserAgent.makeURI(access.uri),
      authorizationUsername: access.user,
      authorizationPassword: access.password,
      transportOptions: { server: access.server, keepAliveInterval: 15, connectionTimeout: 5 },
      sessionDescriptionHandlerFactoryOptions: {
        iceGatheringTimeout: GATHER_MILLIS,
        peerConnectionConfiguration: { iceServers: [] },
      },
      logLevel: 'error',
      delegate: {
        onConnect: () => void this.#connected(receives),
        onDisconnect: () => this.#lost(),
        onInvite: (invitation) => this.dispatchEvent(new CustomEvent('invite', { detail: invitation })),
      },
    });
    this.#become('CONNECTING');
    await this.agent.start().catch(() => this.#lost());
  }

  async stop() {
    this.#wanted = false;
    clearTimeout(this.#again);
    const { agent } = this;
    const registerer = this.#registerer;
    this.agent = null;
    this.#registerer = null;
    this.#become('OFF');
    await registerer?.unregister().catch(() => {});
    await agent?.stop().catch(() => {});
  }

  /** @param {boolean} receives */
  async #connected(receives) {
    clearTimeout(this.#again);
    if (!this.agent) return;
    if (!receives) {
      this.#become('READY');
      return;
    }
    this.#registerer ??= this.#newRegisterer(this.agent);
    await this.#register();
  }

  /** @param {UserAgent} agent */
  #newRegisterer(agent) {
    const registerer = new Registerer(agent, { expires: REGISTER_SECONDS });
    registerer.stateChange.addListener((state) => {
      if (state === RegistererState.Unregistered) this.#lost();
    });
    return registerer;
  }

  /** The answer counts, not the state: after a lost line the library still believes to be registered. */
  async #register() {
    const requestDelegate = { onAccept: () => this.#become('READY'), onReject: () => this.#lost() };
    await this.#registerer?.register({ requestDelegate }).catch(() => this.#lost());
  }

  /** The network or the exchange went away: keep trying, calmly, until told to stop. */
  #lost() {
    if (!this.#wanted) return;
    this.#become('LOST');
    clearTimeout(this.#again);
    this.#again = setTimeout(() => void this.#reconnect(), AGAIN_MILLIS * (0.7 + Math.random() * 0.6));
  }

  async #reconnect() {
    try {
      if (this.agent?.isConnected()) await this.#register();
      else await this.agent?.reconnect();
    } catch {
      this.#lost();
    }
  }

  /** @param {LineState} state */
  #become(state) {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}
