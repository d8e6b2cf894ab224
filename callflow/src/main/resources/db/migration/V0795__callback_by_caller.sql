-- A card asks for what its caller is owed, and for the promise that his call has just made good.
CREATE INDEX callback_by_caller ON callback (caller_key, requested_at DESC);

-- The reason why a call was put first stands on its card.
CREATE INDEX line_act_of_call ON line_act (call_id, seq DESC) WHERE call_id IS NOT NULL;
