-- name: advance_message
UPDATE message
SET status = :status,
    provider = COALESCE(:provider, provider),
    provider_id = COALESCE(provider_id, :providerId),
    error_code = :errorCode,
    sent_at = COALESCE(sent_at, :sentAt),
    due_at = NULL
WHERE message_id = :messageId
  AND status = ANY (CAST(:lower AS text[]))
  AND COALESCE(provider_id, :providerId, '') = COALESCE(:providerId, provider_id, '')
  AND NOT EXISTS (
    SELECT 1 FROM message other
    WHERE other.provider_id = :providerId AND other.message_id <> :messageId)

-- name: doubt_due
UPDATE message
SET status = 'UNKNOWN', unknown_since = due_at, first_tried_at = COALESCE(first_tried_at, due_at)
WHERE status = 'QUEUED' AND due_at < :dueBefore

-- name: expire_messages
UPDATE message SET status = 'EXPIRED', due_at = NULL
WHERE status = 'QUEUED' AND due_at <= :now AND not_after <= :now

-- name: find_fate
SELECT status, provider_id FROM message WHERE message_id = :messageId

-- name: find_status_of_cause
SELECT status FROM message WHERE cause = :cause

-- name: hand_out_due
WITH due AS (
  SELECT message_id FROM message
  WHERE status = 'QUEUED' AND due_at <= :now
  ORDER BY due_at
  LIMIT :limit
  FOR UPDATE SKIP LOCKED)
UPDATE message
SET status = 'SENDING',
    due_at = :leaseEnds,
    tries = tries + 1,
    first_tried_at = COALESCE(first_tried_at, :now)
FROM due
WHERE message.message_id = due.message_id
RETURNING message.*, (
  SELECT COALESCE(string_agg(purpose, ' '), '') FROM sms_opt_out
  WHERE sms_opt_out.recipient_key = message.recipient_key) AS refusals

-- name: hand_out_unknown
WITH due AS (
  SELECT message_id FROM message
  WHERE status = 'UNKNOWN' AND due_at <= :now
  ORDER BY due_at
  LIMIT :limit
  FOR UPDATE SKIP LOCKED)
UPDATE message SET due_at = :leaseEnds
FROM due
WHERE message.message_id = due.message_id
RETURNING message.*, '' AS refusals

-- name: insert_message
INSERT INTO message (message_id, cause, template, language, contact_id, placement_id, agent,
  recipient_key, sealed_number, sealed_body, segments, status, created_at, not_after, due_at,
  appointment_id, quiet_zone)
VALUES (:messageId, :cause, :template, :language, CAST(:contactId AS uuid), CAST(:placementId AS uuid), :agent,
  :recipientKey, :sealedNumber, :sealedBody, :segments, :status, :createdAt, :notAfter, :dueAt,
  CAST(:appointmentId AS uuid), :quietZone)
ON CONFLICT (cause) DO NOTHING

-- name: keep_until
UPDATE message
SET status = 'QUEUED', due_at = :dueAt, tries = tries - 1,
    first_tried_at = CASE WHEN tries > 1 THEN first_tried_at END
WHERE message_id = :messageId AND status = 'SENDING' AND tries = :tries

-- name: lapse_leases
UPDATE message SET status = 'UNKNOWN', unknown_since = :now, due_at = :now
WHERE status = 'SENDING' AND due_at <= :now

-- name: look_again
UPDATE message SET due_at = :dueAt WHERE message_id = :messageId AND status = 'UNKNOWN'

-- name: mark_unknown
UPDATE message
SET status = 'UNKNOWN', unknown_since = :now, due_at = :dueAt, error_code = :errorCode
WHERE message_id = :messageId AND status = 'SENDING' AND tries = :tries

-- name: put_back
UPDATE message SET status = 'QUEUED', due_at = :dueAt, error_code = :errorCode
WHERE message_id = :messageId AND status = 'SENDING' AND tries = :tries

-- name: send_again
UPDATE message
SET status = 'QUEUED', due_at = :now, sent_again = (sent_again OR tries > 0), unknown_since = NULL
WHERE message_id = :messageId AND status = 'UNKNOWN' AND NOT sent_again

-- name: withhold_unsafe
UPDATE message SET status = 'SUPPRESSED_DISCRETION', due_at = NULL, sealed_body = NULL
WHERE status = 'QUEUED' AND due_at <= :now
  AND (SELECT no_text FROM unsafe_number WHERE caller_key = message.recipient_key)
