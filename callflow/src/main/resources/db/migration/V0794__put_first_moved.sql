-- A call that a supervisor wished first and that the exchange did not move was not put first: the
-- decision stays on record, and nobody names it as the reason of a turn.
ALTER TABLE line_act
  ADD COLUMN moved_at timestamptz,
  ADD CONSTRAINT only_a_call_is_moved CHECK (moved_at IS NULL OR act = 'CALL_PUT_FIRST');
UPDATE line_act SET moved_at = decided_at WHERE act = 'CALL_PUT_FIRST';
