-- One order: each call has a rank, the time it is served by, and why it is this one. Calls that we
-- make to keep a promise are calls too, but never in the figures of what rang here.
ALTER TABLE call
  ADD COLUMN outbound boolean NOT NULL DEFAULT false,
  ADD COLUMN rank_at timestamptz,
  ADD COLUMN rank_reason text
    CHECK (rank_reason IN ('ARRIVAL', 'REDIAL', 'CALLBACK', 'RESCUE_UNANSWERED')),
  ADD COLUMN rank_of text,
  ADD COLUMN dialling_at timestamptz,
  ADD COLUMN reached_at timestamptz,
  ADD COLUMN unreached text CHECK (unreached IN ('BUSY', 'NO_ANSWER', 'UNOBTAINABLE'));
ALTER TABLE call
  DROP CONSTRAINT call_outcome_check,
  DROP CONSTRAINT answered_is_the_outcome_of_a_human_voice,
  ADD CONSTRAINT an_outcome_is_known CHECK (outcome IN (
    'BLOCKED_FULL', 'BLOCKED_TECH', 'IVR_ONLY', 'IVR_EMERGENCY_HANDOFF', 'ANSWERED',
    'ABANDONED_SHORT', 'ABANDONED', 'LEFT_FOR_CALLBACK', 'TIMED_OUT', 'EXIT_EMPTY',
    'NOT_REACHED', 'WITHDRAWN')),
  ADD CONSTRAINT answered_is_the_outcome_of_a_human_voice
    CHECK (outbound OR outcome IS NULL OR (outcome = 'ANSWERED') = (answered_at IS NOT NULL)),
  ADD CONSTRAINT a_call_of_ours_is_answered_when_both_are_there
    CHECK (NOT outbound OR outcome IS NULL
           OR (outcome = 'ANSWERED') = (answered_at IS NOT NULL AND reached_at IS NOT NULL)),
  ADD CONSTRAINT only_calls_of_ours_reach_or_withdraw
    CHECK (outbound OR (outcome NOT IN ('NOT_REACHED', 'WITHDRAWN') AND reached_at IS NULL)),
  ADD CONSTRAINT the_id_says_who_rang CHECK (outbound = (call_id ~ '^cb-[0-9]{1,19}-[0-9]{1,9}$'));
-- A place that was kept is given to one later call only.
CREATE INDEX call_rank_of ON call (rank_of) WHERE rank_of IS NOT NULL;
