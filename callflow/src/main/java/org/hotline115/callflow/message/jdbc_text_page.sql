-- The page of texts: V0600__message.sql.

-- name: latest_messages
SELECT * FROM message ORDER BY created_at DESC, message_id DESC LIMIT :limit
