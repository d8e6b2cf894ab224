-- Texts that came in: V0722__inbound_text.sql.

-- name: finish_inbound
UPDATE inbound_text SET status = :status, taken_by = :takenBy, due_at = NULL
WHERE provider_id = :providerId AND status = 'RECEIVED' AND tries = :tries

-- name: hand_out_inbound
WITH due AS (
  SELECT provider_id FROM inbound_text
  WHERE status = 'RECEIVED' AND due_at <= :now
  ORDER BY received_at, provider_id
  LIMIT 1
  FOR UPDATE SKIP LOCKED)
UPDATE inbound_text
SET due_at = :leaseEnds, tries = tries + 1
FROM due
WHERE inbound_text.provider_id = due.provider_id
RETURNING inbound_text.*

-- name: insert_inbound
INSERT INTO inbound_text (provider_id, sender_key, sealed_number, sealed_body, received_at, status, due_at)
SELECT :providerId, :senderKey, :sealedNumber, :sealedBody, :at, 'RECEIVED', :at
WHERE (
  SELECT count(*) FROM inbound_text
  WHERE sender_key = :senderKey AND received_at > :stormHorizon) < :stormMax
ON CONFLICT (provider_id) DO NOTHING

-- name: is_known_inbound
SELECT EXISTS (SELECT 1 FROM inbound_text WHERE provider_id = :providerId)

-- name: put_back_inbound
UPDATE inbound_text SET due_at = :dueAt
WHERE provider_id = :providerId AND status = 'RECEIVED' AND tries = :tries
