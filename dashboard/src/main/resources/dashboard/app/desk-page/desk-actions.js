/** What the agent does on a place's card, and when a contact closes or is the same again, handed to the desk. */
import { api, surely } from '../api.js';
import { sayOfPromise } from '../promise-acts.js';
import { renew } from '../renewal.js';

/** @param {import('../desk.js').Desk} desk @returns {Record<string, (detail: any) => unknown>} */
export function closingActions(desk) {
  const { closing } = desk;
  return {
    'contact-fill': (fields) => Object.entries(fields).forEach(([field, value]) => desk.file?.type(field, value)),
    'contact-renew': (last) => renew(desk, last),
    'contact-close': () => closing.begin(),
    'unmet-decide': (decision) => closing.decide(decision),
    'unmet-leave': () => closing.leaveUndecided(),
    'unmet-back': () => closing.forget(),
  };
}

/** @param {import('../desk.js').Desk} desk @returns {Record<string, (detail: any) => unknown>} */
export function placeActions(desk) {
  const { placing } = desk;
  return {
    'place-hold': async ({ placeGroupId, places }) => {
      if (desk.file && (await desk.file.save())) await placing.hold(placeGroupId, places, desk.file.server.contactId);
    },
    'hold-made': (hold) => desk.holdIs(hold),
    'place-extend': (hold) => placing.extend(hold),
    'place-release': (hold) => placing.release(hold),
    'place-refuse': ({ hold, reason }) => placing.refuse(hold, reason),
    'place-confirm': async ({ hold, sms }) => {
      await desk.file?.save();
      await placing.confirm(hold, sms, desk.fitting.persons);
    },
  };
}

/** What an agent says of a promise, and whom he rings for somebody in danger. @param {import('../desk.js').Desk} desk @returns {Record<string, (detail: any) => unknown>} */
export function talkActions(desk) {
  return {
    'promise-said': (said) => desk.act(() => sayOfPromise(desk, said)),
    // What became of it comes with the card.
    'interpreter-add': ({ callId, language }) => desk.act(() => surely(() => api('POST', `/api/calls/${callId}/interpreter`, { language }))),
    'interpreter-drop': ({ callId }) => desk.act(() => surely(() => api('DELETE', `/api/calls/${callId}/interpreter`))),
    'colleague-ask': ({ callId, agent }) => desk.act(() => surely(() => api('POST', `/api/calls/${callId}/colleague`, { agent }))),
    'colleague-drop': ({ callId }) => desk.act(() => surely(() => api('DELETE', `/api/calls/${callId}/colleague`))),
    'colleague-pass-on': ({ callId }) => desk.act(() => surely(() => api('POST', `/api/calls/${callId}/pass-on`, {}))),
    'rescue-ring': ({ callId, service }) => {
      const body = { ringId: crypto.randomUUID(), service };
      return desk.act(() => surely(() => api('POST', `/api/calls/${callId}/rescue`, body)));
    },
  };
}
