-- One row for each call that reached the hotline, with exactly one outcome once it is over.
CREATE TABLE call (
  call_id text PRIMARY KEY CHECK (call_id ~ '^[A-Za-z0-9._-]{1,64}$'),
  line text,
  caller_id_state text NOT NULL
    CHECK (caller_id_state IN ('PRESENTED', 'WITHHELD', 'UNAVAILABLE', 'INVALID')),
  caller_known boolean NOT NULL,
  caller_key text,
  language text,
  queue text,
  position_at_entry int,
  received_at timestamptz NOT NULL,
  first_seen_at timestamptz NOT NULL,
  arrived_at timestamptz,
  enqueued_at timestamptz,
  ringing_at timestamptz,
  ring_missed_at timestamptz,
  answered_at timestamptz,
  talk_ended_at timestamptz,
  left_queue_at timestamptz,
  handed_off_at timestamptz,
  ended_at timestamptz,
  cut_at timestamptz,
  wrapped_up_at timestamptz,
  queue_exit text CHECK (queue_exit IN ('ABANDONED', 'FULL', 'EMPTY', 'TIMED_OUT', 'FOR_CALLBACK')),
  ringing_agent text,
  agent text,
  hangup_cause int,
  held_since timestamptz,
  held_until timestamptz,
  hold_seconds bigint NOT NULL DEFAULT 0,
  wait_seconds bigint,
  ring_seconds bigint,
  talk_seconds bigint,
  wrap_up_seconds bigint,
  state text NOT NULL
    CHECK (state IN ('IN_MENU', 'WAITING', 'RINGING', 'TALKING', 'LEAVING', 'HANDED_OFF', 'ENDED')),
  outcome text CHECK (outcome IN (
    'BLOCKED_FULL', 'BLOCKED_TECH', 'IVR_ONLY', 'IVR_EMERGENCY_HANDOFF', 'ANSWERED',
    'ABANDONED_SHORT', 'ABANDONED', 'LEFT_FOR_CALLBACK', 'TIMED_OUT', 'EXIT_EMPTY')),
  cut boolean NOT NULL DEFAULT false,
  CONSTRAINT a_call_that_is_over_has_an_outcome CHECK ((state = 'ENDED') = (outcome IS NOT NULL)),
  CONSTRAINT answered_is_the_outcome_of_a_human_voice
    CHECK (outcome IS NULL OR (outcome = 'ANSWERED') = (answered_at IS NOT NULL)),
  CONSTRAINT a_cut_call_was_answered_or_blocked
    CHECK (NOT cut OR outcome IN ('ANSWERED', 'BLOCKED_TECH', 'IVR_EMERGENCY_HANDOFF')),
  CONSTRAINT who_answered_is_known CHECK (answered_at IS NULL OR agent IS NOT NULL),
  CONSTRAINT only_a_presented_number_has_a_key
    CHECK (caller_key IS NULL OR caller_id_state = 'PRESENTED')
);
CREATE INDEX call_by_caller ON call (caller_key, received_at DESC) WHERE caller_key IS NOT NULL;
CREATE INDEX call_unfinished ON call (received_at) WHERE outcome IS NULL;
CREATE INDEX call_answers ON call (queue, answered_at) WHERE answered_at IS NOT NULL;
CREATE INDEX call_by_day ON call (received_at);

-- How far Asterisk's own records (CEL, queue log) have been read.
CREATE TABLE record_position (
  source text PRIMARY KEY,
  fingerprint text NOT NULL,
  offset_bytes bigint NOT NULL CHECK (offset_bytes >= 0)
);
