-- Texts that a person must read: V0811__answer.sql.

-- name: find_alert
SELECT * FROM text_alert JOIN inbound_text USING (provider_id)
WHERE alert_id = :alertId

-- name: list_open_alerts
SELECT alert_id, raised_at, provider_id, sealed_number FROM text_alert JOIN inbound_text USING (provider_id)
WHERE taken_at IS NULL
ORDER BY raised_at, alert_id
LIMIT :most

-- name: raise_alert
INSERT INTO text_alert (alert_id, provider_id, raised_at)
VALUES (:alertId, :providerId, :at)
ON CONFLICT (provider_id) DO NOTHING

-- name: take_alert
UPDATE text_alert SET taken_at = :at, taken_by = :by
WHERE alert_id = :alertId AND taken_at IS NULL
