-- The outbox of V0052__message.sql.

-- name: expire_messages
UPDATE message SET status = 'EXPIRED', rank = 5
WHERE status = 'QUEUED' AND not_after < :now

-- name: find_message
SELECT * FROM message WHERE message_id = :messageId

-- name: forget_crashed_sends
UPDATE message SET status = 'UNKNOWN', rank = 2, due_at = :now
WHERE status = 'SENDING' AND tried_at < :horizon

-- name: hand_out
WITH due AS (
  SELECT message_id FROM message
  WHERE status = :status AND due_at <= :now
  ORDER BY due_at
  LIMIT :limit
  FOR UPDATE SKIP LOCKED)
UPDATE message m
SET status = :taken, rank = :takenRank, due_at = :leaseEnd,
    tried_at = CASE WHEN :status = 'QUEUED' THEN :now ELSE m.tried_at END,
    attempts = m.attempts + CASE WHEN :status = 'QUEUED' THEN 1 ELSE 0 END
FROM due WHERE m.message_id = due.message_id
RETURNING m.*

-- name: insert_message
INSERT INTO message (message_id, cause_id, template_code, to_key, to_cipher, body_cipher, segments,
  status, rank, caused_by, created_at, not_after, due_at)
VALUES (:messageId, :causeId, :templateCode, :toKey, :toCipher, :bodyCipher, :segments,
  :status, :rank, :causedBy, :at, :notAfter, :at)
ON CONFLICT (cause_id, template_code) DO NOTHING

-- name: is_opted_out
SELECT count(*) FROM sms_opt_out WHERE to_key = :toKey

-- name: list_messages
SELECT * FROM message
WHERE (CAST(:causedBy AS text) IS NULL OR caused_by = :causedBy)
ORDER BY created_at DESC LIMIT 200

-- name: message_of_cause
SELECT * FROM message WHERE cause_id = :causeId AND template_code = :templateCode

-- name: note_opt_out
INSERT INTO sms_opt_out (to_key, at, via)
SELECT to_key, :at, 'PROVIDER' FROM message WHERE message_id = :messageId AND to_key IS NOT NULL
ON CONFLICT (to_key) DO NOTHING

-- name: raise_status
UPDATE message
SET status = :status, rank = :rank, error_code = COALESCE(:errorCode, error_code),
    provider_id = COALESCE(provider_id, :providerId),
    sent_at = COALESCE(sent_at, :at)
WHERE message_id = :messageId AND rank < :rank AND rank >= 1
  AND (provider_id IS NULL OR provider_id = :providerId)

-- name: settle
UPDATE message
SET status = :status, rank = :rank, due_at = :dueAt,
    error_code = COALESCE(:errorCode, error_code),
    provider_id = COALESCE(provider_id, :providerId),
    sent_at = CASE WHEN :status = 'SENT' THEN COALESCE(sent_at, :at) ELSE sent_at END
WHERE message_id = :messageId AND rank <= 2
