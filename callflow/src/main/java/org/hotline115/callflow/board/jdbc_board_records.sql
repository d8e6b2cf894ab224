-- name: add_capacity_event
INSERT INTO capacity_event (departement, place_group_id, night_of, kind, delta, cause_id, by_whom, at)
SELECT departement, place_group_id, :nightOf, :kind, :delta, :causeId, :byWhom, :at
FROM place_group
WHERE place_group_id = :placeGroupId

-- name: begin_night
WITH last_night AS (
  SELECT DISTINCT ON (place_group_id) *
  FROM capacity_night
  WHERE night_of < :nightOf
  ORDER BY place_group_id, night_of DESC
),
begun AS (
  INSERT INTO capacity_night (place_group_id, night_of, open, occupied, told_at, told_by, source)
  SELECT g.place_group_id, :nightOf, greatest(open_places(g, :nightOf), inside.places), inside.places,
    l.told_at, coalesce(l.told_by, ''), l.source
  FROM place_group g
  LEFT JOIN last_night l USING (place_group_id)
  CROSS JOIN LATERAL (
    SELECT CASE WHEN g.night_only THEN 0 ELSE coalesce(l.occupied, 0) END AS places) inside
  WHERE g.departement = :departement AND g.retired_at IS NULL
    AND NOT EXISTS (
      SELECT 1 FROM capacity_night c WHERE c.place_group_id = g.place_group_id AND c.night_of = :nightOf)
  LIMIT :most
  ON CONFLICT DO NOTHING
  RETURNING place_group_id, occupied
)
INSERT INTO capacity_event (departement, place_group_id, night_of, kind, delta, cause_id, by_whom, at)
SELECT :departement, place_group_id, :nightOf, 'NIGHT_BEGUN', occupied, '', '', :at
FROM begun

-- name: find_figures
SELECT *, 0 AS held, 0 AS version
FROM capacity_night
WHERE place_group_id = :placeGroupId AND night_of = :nightOf

-- name: list_figures
SELECT c.*, 0 AS held, 0 AS version
FROM capacity_night c
JOIN place_group g USING (place_group_id)
WHERE g.departement = :departement AND c.night_of = :nightOf AND g.retired_at IS NULL
ORDER BY c.place_group_id

-- name: list_figures_just_changed
SELECT c.*, 0 AS held, 0 AS version
FROM capacity_night c
JOIN place_group g USING (place_group_id)
WHERE g.departement = :departement AND c.night_of = :nightOf AND c.changed_at > now() - interval '15 s'

-- name: promise_places
UPDATE capacity_night
SET occupied = occupied + :places, promised = promised + :places, record = record + 1,
  changed_at = now()
WHERE place_group_id = :placeGroupId AND night_of = :nightOf
RETURNING *, 0 AS held, 0 AS version

-- name: tell_free
WITH before AS (
  SELECT occupied FROM capacity_night
  WHERE place_group_id = :placeGroupId AND night_of = :nightOf
  FOR UPDATE
)
UPDATE capacity_night c
SET occupied = greatest(c.open - :free, c.promised), told_at = :at, told_by = :by, source = :source,
  record = c.record + 1, changed_at = now()
FROM before
WHERE c.place_group_id = :placeGroupId AND c.night_of = :nightOf AND :free <= c.open
RETURNING c.*, 0 AS held, 0 AS version, c.occupied - before.occupied AS delta
