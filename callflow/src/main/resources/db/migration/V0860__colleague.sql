-- The colleague whom an agent asked into a talk, and who may go on with the caller: who, when, how long in all.
ALTER TABLE call
  ADD COLUMN colleague text,
  ADD COLUMN colleague_rung_at timestamptz,
  ADD COLUMN colleague_missed_at timestamptz,
  ADD COLUMN colleague_answered_at timestamptz,
  ADD COLUMN colleague_since timestamptz,
  ADD COLUMN colleague_ended_at timestamptz,
  ADD COLUMN colleague_seconds bigint NOT NULL DEFAULT 0 CHECK (colleague_seconds >= 0),
  ADD CONSTRAINT only_a_colleague_who_answered_talks
    CHECK (colleague_seconds = 0 OR colleague_answered_at IS NOT NULL);
