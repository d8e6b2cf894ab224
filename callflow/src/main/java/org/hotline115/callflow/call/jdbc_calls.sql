-- name: answers_since
SELECT answered_at FROM call
WHERE queue = :queue AND answered_at >= :since
ORDER BY answered_at

-- name: begin_call
INSERT INTO call (call_id, caller_id_state, caller_known, received_at, first_seen_at, state)
VALUES (:callId, 'UNAVAILABLE', false, :firstSeenAt, :firstSeenAt, 'IN_MENU')
ON CONFLICT (call_id) DO NOTHING

-- name: calls_since
SELECT count(*) FROM call WHERE caller_key = :callerKey AND received_at >= :since

-- name: change_call
UPDATE call SET
  line = :line, caller_id_state = :callerIdState, caller_known = :callerKnown,
  caller_key = :callerKey, language = :language, queue = :queue,
  position_at_entry = :positionAtEntry, received_at = :receivedAt, first_seen_at = :firstSeenAt,
  arrived_at = :arrivedAt, enqueued_at = :enqueuedAt, ringing_at = :ringingAt,
  ring_missed_at = :ringMissedAt, answered_at = :answeredAt, talk_ended_at = :talkEndedAt,
  left_queue_at = :leftQueueAt, handed_off_at = :handedOffAt, ended_at = :endedAt,
  cut_at = :cutAt, wrapped_up_at = :wrappedUpAt, queue_exit = :queueExit,
  ringing_agent = :ringingAgent, agent = :agent, hangup_cause = :hangupCause,
  held_since = :heldSince, held_until = :heldUntil, hold_seconds = :holdSeconds,
  wait_seconds = :waitSeconds, ring_seconds = :ringSeconds, talk_seconds = :talkSeconds,
  wrap_up_seconds = :wrapUpSeconds, state = :state, outcome = :outcome, cut = :cut
WHERE call_id = :callId

-- name: earlier_calls
SELECT * FROM call
WHERE caller_key = :callerKey AND call_id <> :except
ORDER BY received_at DESC
LIMIT :limit

-- name: find_call
SELECT * FROM call WHERE call_id = :callId

-- name: lock_call
SELECT * FROM call WHERE call_id = :callId FOR UPDATE

-- name: unfinished_calls
SELECT * FROM call WHERE outcome IS NULL ORDER BY received_at
