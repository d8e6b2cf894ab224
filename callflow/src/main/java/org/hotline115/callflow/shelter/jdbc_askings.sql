-- What shelters were asked: V0723__shelter.sql.

-- name: end_answered
UPDATE shelter_asking a SET status = 'ANSWERED', ended_at = :at
FROM capacity_night c
WHERE a.night_of = :nightOf AND a.status <> 'ANSWERED'
  AND c.place_group_id = a.place_group_id AND c.night_of = a.night_of AND c.told_at >= a.asked_at

-- name: end_question_of_group
UPDATE shelter_asking SET status = 'UNANSWERED', ended_at = :at
WHERE place_group_id = :placeGroupId AND status = 'OPEN'

-- name: end_unanswered
UPDATE shelter_asking SET status = 'UNANSWERED', ended_at = :at
WHERE status = 'OPEN'
  AND (night_of < :nightOf OR (channel <> 'PERSON' AND asked_at <= :askedHorizon))

-- name: find_asked_lately
SELECT asking_id, place_group_id, channel, asked_at
FROM shelter_asking
WHERE asking_id = :askId
  OR (asked_at > :horizon AND channel <> 'PERSON'
    AND (place_group_id = :placeGroupId OR (site_id = :siteId AND channel = 'LINK')))
ORDER BY asking_id = :askId DESC, asked_at DESC
LIMIT 1

-- name: find_group
SELECT g.place_group_id, g.site_id, g.name, s.name AS site_name, c.told_at,
  c.open - c.occupied AS last_free, coalesce(h.ask_by, 'PERSON') AS ask_by,
  coalesce(h.language, 'fr') AS language, h.number_key, h.sealed_number,
  coalesce(h.asked_at_night, false) AS asked_at_night, h.sms_stopped_at, h.code_key
FROM place_group g
JOIN site s USING (site_id)
JOIN capacity_night c ON c.place_group_id = g.place_group_id AND c.night_of = :nightOf
LEFT JOIN site_channel h ON h.site_id = g.site_id
WHERE g.departement = :departement AND g.place_group_id = :placeGroupId AND c.open > 0

-- name: find_last_asked
SELECT a.asking_id, a.place_group_id, g.name, s.name AS site_name, coalesce(c.language, 'fr') AS language
FROM shelter_asking a
JOIN place_group g USING (place_group_id)
JOIN site s ON s.site_id = g.site_id
LEFT JOIN site_channel c ON c.site_id = g.site_id
WHERE a.number_key = :numberKey AND a.channel = 'SMS' AND a.night_of = :nightOf
  AND g.departement = :departement
ORDER BY a.asked_at DESC, a.asking_id
LIMIT 1

-- name: insert_asking
INSERT INTO shelter_asking (asking_id, place_group_id, site_id, night_of, round, channel, number_key,
  cause, status, asked_at)
SELECT :askingId, :placeGroupId, :siteId, :nightOf, :round, :channel, :numberKey, :cause, 'OPEN', :at
WHERE NOT EXISTS (
  SELECT 1 FROM shelter_asking
  WHERE round IS NULL AND asked_at > :justAsked
    AND (place_group_id = :placeGroupId OR (site_id = :siteId AND channel = 'LINK')))
ON CONFLICT DO NOTHING

-- name: insert_asking_at_once
INSERT INTO shelter_asking (asking_id, place_group_id, site_id, night_of, channel, number_key, cause,
  status, asked_at, asked_for)
VALUES (:askingId, :placeGroupId, :siteId, :nightOf, :channel, :numberKey, :cause, 'OPEN', :at, :askedFor)
ON CONFLICT DO NOTHING

-- name: is_shelter
SELECT EXISTS (SELECT 1 FROM site_channel WHERE number_key = :numberKey)

-- name: list_due
SELECT g.place_group_id, g.site_id, g.name, s.name AS site_name, c.told_at,
  c.open - c.occupied AS last_free, coalesce(h.ask_by, 'PERSON') AS ask_by,
  coalesce(h.language, 'fr') AS language, h.number_key, h.sealed_number,
  coalesce(h.asked_at_night, false) AS asked_at_night, h.sms_stopped_at, h.code_key
FROM place_group g
JOIN site s USING (site_id)
JOIN capacity_night c ON c.place_group_id = g.place_group_id AND c.night_of = :nightOf
LEFT JOIN site_channel h ON h.site_id = g.site_id
WHERE g.departement = :departement AND c.open > 0
  AND (c.told_at IS NULL OR c.told_at + g.stale_after_minutes * interval '1 minute' < :staleHorizon)
  AND (NOT :atNight OR coalesce(h.asked_at_night, false))
  AND NOT EXISTS (
    SELECT 1 FROM shelter_asking a
    WHERE a.place_group_id = g.place_group_id AND a.night_of = :nightOf
      AND (a.round >= :round OR a.asked_at > :askedHorizon
        OR (a.status = 'OPEN' AND a.channel = 'PERSON')))
  AND NOT EXISTS (
    SELECT 1 FROM shelter_asking a
    WHERE a.number_key = h.number_key AND a.status = 'OPEN' AND a.channel = 'SMS')
  AND NOT EXISTS (
    SELECT 1 FROM shelter_asking a
    WHERE a.site_id = g.site_id AND a.channel = 'LINK' AND a.round IS NULL AND a.asked_at > :justAsked)
ORDER BY g.site_id, c.told_at NULLS FIRST, g.place_group_id
LIMIT :most

-- name: lock_site
SELECT site_id FROM site WHERE site_id = :siteId FOR NO KEY UPDATE

-- name: note_stopped
UPDATE site_channel SET sms_stopped_at = coalesce(sms_stopped_at, :at) WHERE site_id = :siteId

-- name: turn_over_to_person
UPDATE shelter_asking SET channel = 'PERSON' WHERE site_id = :siteId AND cause = :cause AND status = 'OPEN'
