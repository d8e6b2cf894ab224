-- How shelters are asked: V0723__shelter.sql. A site without a row is called by a person.

-- name: find_channel
SELECT s.site_id, s.name AS site_name, coalesce(c.ask_by, 'PERSON') AS ask_by,
  coalesce(c.language, 'fr') AS language, c.number_key, c.sealed_number,
  coalesce(c.asked_at_night, false) AS asked_at_night, c.sms_stopped_at, c.code_key
FROM site s
LEFT JOIN site_channel c USING (site_id)
WHERE s.site_id = :siteId

-- name: find_channel_by_code
SELECT s.site_id, s.name AS site_name, c.ask_by, c.language, c.number_key, c.sealed_number,
  c.asked_at_night, c.sms_stopped_at, c.code_key
FROM site_channel c
JOIN site s USING (site_id)
WHERE c.code_key = :codeKey

-- name: give_code
INSERT INTO site_channel (site_id, ask_by, language, asked_at_night, code_key, changed_at)
SELECT :siteId, 'PERSON', 'fr', false, :codeKey, :at
WHERE NOT EXISTS (SELECT 1 FROM site_channel WHERE code_key = :codeKey)
ON CONFLICT (site_id) DO UPDATE SET code_key = excluded.code_key, changed_at = excluded.changed_at

-- name: save_channel
INSERT INTO site_channel (site_id, ask_by, language, number_key, sealed_number, asked_at_night, changed_at)
VALUES (:siteId, :askBy, :language, :numberKey, :sealedNumber, :askedAtNight, :at)
ON CONFLICT (site_id) DO UPDATE
SET ask_by = excluded.ask_by, language = excluded.language, number_key = excluded.number_key,
  sealed_number = excluded.sealed_number, asked_at_night = excluded.asked_at_night,
  sms_stopped_at = CASE WHEN excluded.ask_by = 'PERSON' THEN site_channel.sms_stopped_at END,
  changed_at = excluded.changed_at

-- name: stop_texts
UPDATE site_channel SET sms_stopped_at = :at
WHERE number_key = :numberKey AND sms_stopped_at IS NULL
RETURNING site_id
