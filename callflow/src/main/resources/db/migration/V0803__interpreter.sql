-- The interpreter whom an agent added to a talk: which language and service, when, how long in all.
ALTER TABLE call
  ADD COLUMN interpreter_language text CHECK (interpreter_language ~ '^[a-z]{2,3}$'),
  ADD COLUMN interpreter_service text CHECK (interpreter_service ~ '^[a-z][a-z0-9-]{0,31}$'),
  ADD COLUMN interpreter_rung_at timestamptz,
  ADD COLUMN interpreter_missed_at timestamptz,
  ADD COLUMN interpreter_answered_at timestamptz,
  ADD COLUMN interpreter_since timestamptz,
  ADD COLUMN interpreter_ended_at timestamptz,
  ADD COLUMN interpreter_seconds bigint NOT NULL DEFAULT 0 CHECK (interpreter_seconds >= 0),
  ADD CONSTRAINT only_an_interpreter_who_answered_speaks
    CHECK (interpreter_seconds = 0 OR interpreter_answered_at IS NOT NULL);
