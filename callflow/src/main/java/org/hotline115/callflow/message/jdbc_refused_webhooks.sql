-- Webhooks that were refused: V0782__refused_webhook.sql.

-- name: forget_refused
DELETE FROM refused_webhook WHERE refused_id = :id

-- name: forget_refused_before
DELETE FROM refused_webhook WHERE refused_at < :horizon

-- name: keep_refused
INSERT INTO refused_webhook (refused_id, uri, signature, sealed_body, refused_at)
SELECT :refusedId, :uri, :signature, :sealedBody, :at
WHERE (SELECT count(*) FROM refused_webhook) < :most
ON CONFLICT DO NOTHING

-- name: list_refused
SELECT * FROM refused_webhook ORDER BY refused_at, refused_id
