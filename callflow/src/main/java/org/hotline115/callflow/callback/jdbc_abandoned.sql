-- name: abandoned_since
-- Numbers that hung up while they waited, spoke with nobody since and are owed nothing: each once,
-- with its last call. Who rings again at this moment is not given up on.
SELECT DISTINCT ON (gone.caller_key)
  gone.call_id, gone.line, gone.queue, gone.caller_key, gone.language, gone.received_at,
  gone.rank_at, gone.wait_seconds,
  (SELECT count(*) FROM call AS tried
   WHERE tried.caller_key = gone.caller_key AND NOT tried.outbound
     AND tried.received_at >= :since) AS calls
FROM call AS gone
WHERE gone.received_at >= :since AND NOT gone.outbound AND gone.outcome = 'ABANDONED'
  AND gone.caller_key IS NOT NULL AND gone.queue IS NOT NULL AND gone.line IS NOT NULL
  AND NOT EXISTS (
    SELECT 1 FROM call AS other
    WHERE other.caller_key = gone.caller_key
      AND other.received_at > CAST(:since AS timestamptz) - interval '1 day'
      AND (other.outcome IS NULL
        OR (COALESCE(other.reached_at, other.answered_at) >= gone.received_at
          AND (NOT other.outbound OR other.reached_at IS NOT NULL))))
  AND NOT EXISTS (
    SELECT 1 FROM callback
    WHERE (callback.caller_key = gone.caller_key AND callback.status IN ('QUEUED', 'DIALLING'))
      OR callback.from_call = gone.call_id)
ORDER BY gone.caller_key, gone.received_at DESC

-- name: promised_to
SELECT callback_id FROM callback WHERE from_call = :callId
