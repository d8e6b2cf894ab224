-- Who wants no more texts: V0600__message.sql.

-- name: is_opted_out
SELECT EXISTS (SELECT 1 FROM sms_opt_out WHERE recipient_key = :recipientKey)

-- name: note_opt_out
INSERT INTO sms_opt_out (recipient_key, at, via)
SELECT recipient_key, :at, 'PROVIDER' FROM message
WHERE message_id = :messageId AND recipient_key IS NOT NULL
ON CONFLICT (recipient_key) DO NOTHING
