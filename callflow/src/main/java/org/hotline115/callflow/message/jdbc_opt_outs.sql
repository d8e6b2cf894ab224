-- Who wants no more texts: V0600__message.sql, V0811__answer.sql.

-- name: allow_texts
DELETE FROM sms_opt_out WHERE recipient_key = :recipientKey

-- name: last_language
SELECT language FROM message WHERE recipient_key = :recipientKey
ORDER BY created_at DESC
LIMIT 1

-- name: list_refusals
SELECT purpose FROM sms_opt_out WHERE recipient_key = :recipientKey

-- name: note_opt_out
INSERT INTO sms_opt_out (recipient_key, purpose, at, via)
SELECT recipient_key, 'ALL', :at, 'PROVIDER' FROM message
WHERE message_id = :messageId AND recipient_key IS NOT NULL
ON CONFLICT (recipient_key, purpose) DO NOTHING

-- name: refuse_texts
INSERT INTO sms_opt_out (recipient_key, purpose, at, via)
VALUES (:recipientKey, :purpose, :at, 'SMS')
ON CONFLICT (recipient_key, purpose) DO NOTHING

-- name: was_told_since
SELECT EXISTS (
  SELECT 1 FROM message
  WHERE recipient_key = :recipientKey AND template = :template AND created_at > :horizon)
