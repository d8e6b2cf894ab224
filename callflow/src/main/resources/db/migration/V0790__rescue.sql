-- What came of the danger key: whom we rang, when he answered, and how long they spoke.
ALTER TABLE call
  ADD COLUMN rescue text CHECK (rescue ~ '^[0-9]{2,3}$'),
  ADD COLUMN rescue_answered_at timestamptz,
  ADD COLUMN rescue_missed_at timestamptz,
  ADD COLUMN rescue_seconds bigint CHECK (rescue_seconds >= 0),
  ADD CONSTRAINT only_a_rescue_that_answered_speaks
    CHECK (rescue_seconds IS NULL OR rescue_answered_at IS NOT NULL),
  ADD CONSTRAINT before_all_is_whom_the_rescue_did_not_answer
    CHECK (rank_reason IS DISTINCT FROM 'RESCUE_UNANSWERED'
           OR (rescue_missed_at IS NOT NULL AND rescue_answered_at IS NULL));
