-- name: begin_group_night
WITH begun AS (
  INSERT INTO capacity_night (place_group_id, night_of, open, occupied, told_at, told_by, source)
  SELECT g.place_group_id, :nightOf, greatest(open_places(g, :nightOf), inside.places), inside.places,
    l.told_at, coalesce(l.told_by, ''), l.source
  FROM place_group g
  LEFT JOIN LATERAL (
    SELECT * FROM capacity_night c
    WHERE c.place_group_id = g.place_group_id AND c.night_of < :nightOf
    ORDER BY c.night_of DESC
    LIMIT 1) l ON true
  CROSS JOIN LATERAL (
    SELECT CASE WHEN g.night_only THEN 0 ELSE coalesce(l.occupied, 0) END AS places) inside
  WHERE g.place_group_id = :placeGroupId
  ON CONFLICT DO NOTHING
  RETURNING place_group_id, occupied
)
INSERT INTO capacity_event (departement, place_group_id, night_of, kind, delta, cause_id, by_whom, at)
SELECT g.departement, g.place_group_id, :nightOf, 'NIGHT_BEGUN', begun.occupied, '', '', :at
FROM begun
JOIN place_group g USING (place_group_id)

-- name: follow_group
WITH before AS (
  SELECT c.open, greatest(open_places(g, c.night_of), c.occupied) AS wanted
  FROM capacity_night c
  JOIN place_group g USING (place_group_id)
  WHERE c.place_group_id = :placeGroupId AND c.night_of = :nightOf
  FOR NO KEY UPDATE OF c
)
UPDATE capacity_night c
SET open = before.wanted, record = c.record + 1, changed_at = now()
FROM before
WHERE c.place_group_id = :placeGroupId AND c.night_of = :nightOf AND before.open <> before.wanted
RETURNING c.*, 0 AS held, 0 AS version, c.open - before.open AS delta

-- name: lock_figures
SELECT *, 0 AS held, 0 AS version
FROM capacity_night
WHERE place_group_id = :placeGroupId AND night_of = :nightOf
FOR NO KEY UPDATE
