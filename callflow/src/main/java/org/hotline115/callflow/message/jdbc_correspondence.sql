-- Both sides of a correspondence: V0722__inbound_text.sql, V0600__message.sql.

-- name: correspondence_since
SELECT false AS ours, provider_id AS id, received_at AS at, sealed_body, 'RECEIVED' AS status
FROM inbound_text
WHERE sender_key = :person AND received_at >= :since
UNION ALL
SELECT true, message_id::text, created_at, sealed_body, status
FROM message
WHERE recipient_key = :person AND created_at >= :since
ORDER BY at
LIMIT 200
