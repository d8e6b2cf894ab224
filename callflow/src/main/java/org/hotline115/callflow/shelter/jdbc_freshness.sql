-- Who has not said a figure lately.

-- name: count_fresh
SELECT count(*) AS total,
  count(*) FILTER (
    WHERE c.told_at + g.stale_after_minutes * interval '1 minute' >= CAST(:now AS timestamptz)) AS fresh
FROM place_group g
JOIN capacity_night c ON c.place_group_id = g.place_group_id AND c.night_of = :nightOf
WHERE g.departement = :departement AND c.open > 0

-- name: list_stale
SELECT g.place_group_id, g.site_id, s.name AS site_name, g.name, s.phone, c.open,
  c.open - c.occupied AS free, c.told_at, c.told_by, c.source,
  c.told_at + g.stale_after_minutes * interval '1 minute' AS stale_since,
  coalesce(h.ask_by, 'PERSON') AS ask_by, h.sms_stopped_at, a.channel AS asked_by, a.asked_at,
  m.status AS text_status,
  (SELECT count(*) FROM shelter_asking n
   WHERE n.place_group_id = g.place_group_id AND n.night_of = :nightOf) AS times_asked
FROM place_group g
JOIN site s USING (site_id)
JOIN capacity_night c ON c.place_group_id = g.place_group_id AND c.night_of = :nightOf
LEFT JOIN site_channel h ON h.site_id = g.site_id
LEFT JOIN LATERAL (
  SELECT * FROM shelter_asking l
  WHERE l.place_group_id = g.place_group_id AND l.night_of = :nightOf
  ORDER BY l.asked_at DESC, l.round DESC
  LIMIT 1) a ON true
LEFT JOIN message m ON m.cause = a.cause
WHERE g.departement = :departement AND c.open > 0
  AND (c.told_at IS NULL
    OR c.told_at + g.stale_after_minutes * interval '1 minute' < CAST(:now AS timestamptz)
    OR (a.asked_at IS NOT NULL AND c.told_at < a.asked_at))
ORDER BY a.asked_at NULLS LAST, c.told_at NULLS FIRST, s.name, g.name
LIMIT :most
