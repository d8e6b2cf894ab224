export { UserAgent, Registerer, RegistererState, Inviter, SessionState, UserAgentState, Web } from 'sip.js';
export type { Invitation, Session } from 'sip.js';
