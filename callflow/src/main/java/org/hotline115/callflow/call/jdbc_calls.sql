-- name: answers_since
SELECT answered_at FROM call
WHERE queue = :queue AND answered_at >= :since
ORDER BY answered_at

-- name: begin_call
INSERT INTO call (call_id, outbound, caller_id_state, caller_known, received_at, first_seen_at, state)
VALUES (:callId, :outbound, 'UNAVAILABLE', false, :firstSeenAt, :firstSeenAt, 'IN_MENU')
ON CONFLICT (call_id) DO NOTHING

-- name: change_call
UPDATE call SET
  line = :line, caller_id_state = :callerIdState, caller_known = :callerKnown,
  caller_key = :callerKey, language = :language, language_held_at = :languageHeldAt, queue = :queue,
  position_at_entry = :positionAtEntry, rank_at = :rankAt, rank_reason = :rankReason,
  rank_of = :rankOf, dialling_at = :diallingAt, reached_at = :reachedAt, unreached = :unreached,
  rescue = :rescue, rescue_rung_at = :rescueRungAt, rescue_answered_at = :rescueAnsweredAt, rescue_missed_at = :rescueMissedAt,
  rescue_seconds = :rescueSeconds, interpreter_language = :interpreterLanguage,
  interpreter_service = :interpreterService, interpreter_rung_at = :interpreterRungAt,
  interpreter_missed_at = :interpreterMissedAt, interpreter_answered_at = :interpreterAnsweredAt,
  interpreter_since = :interpreterSince, interpreter_ended_at = :interpreterEndedAt,
  interpreter_seconds = :interpreterSeconds, colleague = :colleague, colleague_rung_at = :colleagueRungAt,
  colleague_missed_at = :colleagueMissedAt, colleague_answered_at = :colleagueAnsweredAt,
  colleague_since = :colleagueSince, colleague_ended_at = :colleagueEndedAt,
  colleague_seconds = :colleagueSeconds, received_at = :receivedAt, first_seen_at = :firstSeenAt,
  arrived_at = :arrivedAt, enqueued_at = :enqueuedAt, last_enqueued_at = :lastEnqueuedAt, ringing_at = :ringingAt,
  ring_missed_at = :ringMissedAt, answered_at = :answeredAt, talk_ended_at = :talkEndedAt, talks = :talks,
  left_queue_at = :leftQueueAt, handed_off_at = :handedOffAt, ended_at = :endedAt,
  cut_at = :cutAt, wrapped_up_at = :wrappedUpAt, queue_exit = :queueExit,
  ringing_agent = :ringingAgent, agent = :agent, hangup_cause = :hangupCause,
  held_since = :heldSince, held_until = :heldUntil, hold_seconds = :holdSeconds,
  wait_seconds = :waitSeconds, ring_seconds = :ringSeconds, talk_seconds = :talkSeconds,
  wrap_up_seconds = :wrapUpSeconds, state = :state, outcome = :outcome, cut = :cut
WHERE call_id = :callId

-- name: dropped_call
SELECT * FROM call AS dropped
WHERE caller_key = :callerKey AND queue = :queue AND call_id <> :except AND NOT outbound
  AND outcome IN ('ABANDONED', 'ABANDONED_SHORT') AND ended_at >= :since
  AND NOT EXISTS (SELECT 1 FROM call AS heir WHERE heir.rank_of = dropped.call_id)
ORDER BY rank_at
LIMIT 1

-- name: earlier_calls
SELECT * FROM call
WHERE caller_key = :callerKey AND call_id <> :except AND NOT outbound
ORDER BY received_at DESC
LIMIT :limit

-- name: find_call
SELECT * FROM call WHERE call_id = :callId

-- name: last_answered
SELECT * FROM call
WHERE caller_key = :callerKey AND call_id <> :except
  AND received_at > CAST(:since AS timestamptz) - interval '1 day' AND answered_at >= :since AND agent IS NOT NULL
  AND (NOT outbound OR reached_at IS NOT NULL)
ORDER BY answered_at DESC
LIMIT 1

-- name: lock_call
SELECT * FROM call WHERE call_id = :callId FOR UPDATE

-- name: tried_since
SELECT
  count(*) AS calls,
  COALESCE(sum(COALESCE(
    wait_seconds,
    CASE WHEN outcome IS NULL
      THEN GREATEST(0, floor(extract(epoch FROM :now - enqueued_at))) END)), 0)::bigint AS waited
FROM call
WHERE caller_key = :callerKey AND received_at >= :since AND NOT outbound

-- name: turn_of_call
SELECT
  count(other.call_id) FILTER (WHERE other.rank_at < answered.rank_at) AS older,
  count(other.call_id) FILTER (WHERE other.rank_at < answered.rank_at
    AND other.language_held_at <= answered.answered_at) AS older_for_language,
  count(other.call_id) FILTER (WHERE other.rank_at >= answered.rank_at) AS younger
FROM call AS answered
LEFT JOIN call AS other
  ON other.queue = answered.queue AND other.call_id <> answered.call_id
  AND other.enqueued_at <= answered.answered_at
  AND other.received_at > answered.answered_at - interval '1 day'
  AND COALESCE(other.answered_at, other.left_queue_at, other.ended_at, other.cut_at, 'infinity')
      > answered.answered_at
WHERE answered.call_id = :callId AND answered.answered_at IS NOT NULL
GROUP BY answered.call_id

-- name: unfinished_calls
SELECT * FROM call WHERE outcome IS NULL ORDER BY received_at
