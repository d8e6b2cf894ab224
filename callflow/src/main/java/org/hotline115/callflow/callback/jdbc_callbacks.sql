-- name: alone_again
UPDATE callback SET joined_call = NULL
WHERE callback_id = :callbackId AND joined_call = :joinedCall

-- name: close_callback
UPDATE callback SET status = :status, closed_at = :at, leased_until = NULL
WHERE callback_id = :callbackId AND status = :from

-- name: dialling
UPDATE callback SET status = 'DIALLING' WHERE callback_id = :callbackId AND status = 'QUEUED'

-- name: find_behind_call
SELECT callback_id FROM callback
WHERE caller_key = :callerKey AND queue = :queue
  AND (joined_call = :callId OR status IN ('QUEUED', 'DIALLING'))
ORDER BY requested_at DESC
LIMIT 1

-- name: find_callback
SELECT callback.*, (
    SELECT count(*) FROM callback_attempt AS attempt
    WHERE attempt.callback_id = callback.callback_id AND attempt.result IN
      ('BUSY', 'NO_ANSWER', 'UNOBTAINABLE', 'MACHINE')) AS attempts
FROM callback WHERE callback_id = :callbackId

-- name: find_owed
SELECT callback_id FROM callback
WHERE caller_key = :callerKey AND queue = :queue AND status IN ('QUEUED', 'DIALLING')

-- name: find_promised_to_call
SELECT callback_id FROM callback WHERE from_call = :callId

-- name: is_owed
SELECT EXISTS (SELECT 1 FROM callback WHERE code = :code AND status IN ('QUEUED', 'DIALLING'))

-- name: join_call
UPDATE callback SET joined_call = :callId, leased_until = NULL
WHERE callback_id = :callbackId AND status = 'QUEUED'

-- name: lease_to_place
-- The one gateway that gets the row places it. A placement that was ordered and never stood is
-- ordered again under its own id, which the exchange takes once; after an end there is a new one.
WITH candidate AS (
  SELECT callback.callback_id, placed.outcome IS NOT NULL OR callback.placement = 0 AS anew
  FROM callback
  LEFT JOIN call AS placed
    ON placed.call_id = 'cb-' || callback.callback_id || '-' || callback.placement
  WHERE callback.status = 'QUEUED' AND callback.joined_call IS NULL
    AND callback.not_before <= :now
    AND (callback.leased_until IS NULL OR callback.leased_until <= :now)
    AND (callback.placement = 0 OR placed.outcome IS NOT NULL OR placed.enqueued_at IS NULL)
  ORDER BY callback.kept_rank_at
  LIMIT :most
  FOR UPDATE OF callback SKIP LOCKED
)
UPDATE callback
SET leased_until = :leasedUntil,
    placement = CASE WHEN candidate.anew THEN placement + 1 ELSE placement END
FROM candidate
WHERE callback.callback_id = candidate.callback_id
RETURNING callback.callback_id

-- name: lock_callback
SELECT callback_id FROM callback WHERE callback_id = :callbackId FOR UPDATE

-- name: machine_attempt
UPDATE callback_attempt SET result = 'MACHINE'
WHERE callback_id = :callbackId AND placement = :placement AND result = 'REACHED'

-- name: machine_picked_up
UPDATE callback SET status = :status, closed_at = :closedAt, not_before = :notBefore,
  leased_until = NULL
WHERE callback_id = :callbackId AND status = 'REACHED'

-- name: miss_attempt
INSERT INTO callback_attempt (callback_id, placement, dialled_at, ended_at, result, agent)
SELECT :callbackId, :placement, dialling_at, COALESCE(ended_at, cut_at, :at), :result, agent
FROM call WHERE call_id = 'cb-' || :callbackId || '-' || :placement
ON CONFLICT (callback_id, placement) DO NOTHING

-- name: promise
INSERT INTO callback (
  code, line, queue, caller_key, language, presentation, kept_rank_at, requested_at, due_by,
  status, people, children, place_code, texts, channel, from_call, joined_call, not_before)
VALUES (
  :code, :line, :queue, :callerKey, :language, :presentation, :keptRankAt, :requestedAt, :dueBy,
  'QUEUED', :people, :children, :placeCode, :texts, :channel, :fromCall,
  CASE WHEN :channel = 'VOICE' THEN :fromCall END, :requestedAt)
ON CONFLICT DO NOTHING
RETURNING callback_id

-- name: requeue
UPDATE callback SET status = 'QUEUED', not_before = :notBefore, leased_until = NULL
WHERE callback_id = :callbackId AND status = 'DIALLING'

-- name: standing
SELECT
  callback.callback_id,
  EXISTS (SELECT 1 FROM callback_attempt AS attempt WHERE
    attempt.callback_id = callback.callback_id AND attempt.placement = callback.placement)
    AS placed_noted, placed.dialling_at AS placed_dialling_at,
  placed.reached_at AS placed_reached_at, placed.answered_at AS placed_answered_at,
  placed.unreached AS placed_unreached, placed.outcome AS placed_outcome,
  joined.answered_at AS joined_answered_at, joined.outcome AS joined_outcome
FROM callback
LEFT JOIN call AS placed
  ON placed.call_id = 'cb-' || callback.callback_id || '-' || callback.placement
LEFT JOIN call AS joined ON joined.call_id = callback.joined_call
WHERE callback.callback_id = :callbackId

-- name: stray_placeholders
SELECT call_id FROM call
WHERE outbound AND outcome IS NULL AND dialling_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM callback
  WHERE callback.status IN ('QUEUED', 'DIALLING') AND callback.joined_call IS NULL
    AND call.call_id = 'cb-' || callback.callback_id || '-' || callback.placement)

-- name: what_is_owed
SELECT callback_id FROM callback WHERE status IN ('QUEUED', 'DIALLING') ORDER BY kept_rank_at
