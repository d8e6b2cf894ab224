-- name: never_more_than_open
SELECT c.place_group_id, c.occupied + h.held AS found, c.open AS expected
FROM capacity_night c
JOIN (
  SELECT place_group_id, sum(places) AS held
  FROM place_hold
  WHERE departement = :departement AND night_of = :nightOf AND status = 'ACTIVE'
  GROUP BY place_group_id) h USING (place_group_id)
WHERE c.night_of = :nightOf AND c.occupied + h.held > c.open

-- name: occupied_is_journalled
SELECT c.place_group_id, c.occupied AS found, coalesce(e.inside, 0) AS expected
FROM capacity_night c
JOIN place_group g USING (place_group_id)
LEFT JOIN (
  SELECT place_group_id, sum(delta) AS inside
  FROM capacity_event
  WHERE departement = :departement AND night_of = :nightOf
    AND board_version IS NULL AND kind <> 'OPEN_CHANGED'
  GROUP BY place_group_id) e USING (place_group_id)
WHERE g.departement = :departement AND c.night_of = :nightOf AND c.occupied <> coalesce(e.inside, 0)

-- name: open_is_installed_less_closed
SELECT c.place_group_id, c.open AS found, greatest(open_places(g, c.night_of), c.occupied) AS expected
FROM capacity_night c
JOIN place_group g USING (place_group_id)
WHERE g.departement = :departement AND c.night_of = :nightOf
  AND c.open <> greatest(open_places(g, c.night_of), c.occupied)

-- name: promised_is_placed
SELECT c.place_group_id, c.promised AS found, coalesce(p.places, 0) AS expected
FROM capacity_night c
JOIN place_group g USING (place_group_id)
LEFT JOIN (
  SELECT place_group_id, sum(places) AS places
  FROM placement
  WHERE night_of = :nightOf AND status IN ('EXPECTED', 'TO_CHECK', 'ARRIVED')
  GROUP BY place_group_id) p USING (place_group_id)
WHERE g.departement = :departement AND c.night_of = :nightOf AND c.promised <> coalesce(p.places, 0)

-- name: repair_journal
INSERT INTO capacity_event (departement, place_group_id, night_of, kind, delta, cause_id, by_whom, at)
SELECT :departement, c.place_group_id, c.night_of, 'CORRECTED', c.occupied - coalesce(sum(e.delta), 0),
  :causeId, :byWhom, :at
FROM capacity_night c
LEFT JOIN capacity_event e ON e.place_group_id = c.place_group_id AND e.night_of = c.night_of
  AND e.board_version IS NULL AND e.kind <> 'OPEN_CHANGED'
WHERE c.place_group_id = :placeGroupId AND c.night_of = :nightOf
GROUP BY c.place_group_id, c.night_of, c.occupied

-- name: repair_open
WITH before AS (
  SELECT c.open FROM capacity_night c
  WHERE c.place_group_id = :placeGroupId AND c.night_of = :nightOf
  FOR NO KEY UPDATE
),
moved AS (
  UPDATE capacity_night c
  SET open = greatest(open_places(g, c.night_of), c.occupied), record = c.record + 1, changed_at = now()
  FROM place_group g, before
  WHERE g.place_group_id = c.place_group_id AND c.place_group_id = :placeGroupId AND c.night_of = :nightOf
  RETURNING c.place_group_id, c.night_of, c.open - before.open AS delta
)
INSERT INTO capacity_event (departement, place_group_id, night_of, kind, delta, cause_id, by_whom, at)
SELECT :departement, place_group_id, night_of, 'OPEN_CHANGED', delta, :causeId, :byWhom, :at
FROM moved

-- name: repair_promised
WITH before AS (
  SELECT c.occupied FROM capacity_night c
  WHERE c.place_group_id = :placeGroupId AND c.night_of = :nightOf
  FOR NO KEY UPDATE
),
placed AS (
  SELECT coalesce(sum(places), 0)::integer AS places
  FROM placement
  WHERE place_group_id = :placeGroupId AND night_of = :nightOf AND status IN ('EXPECTED', 'TO_CHECK', 'ARRIVED')
),
moved AS (
  UPDATE capacity_night c
  SET promised = placed.places, occupied = greatest(c.occupied, placed.places), record = c.record + 1,
    changed_at = now()
  FROM placed, before
  WHERE c.place_group_id = :placeGroupId AND c.night_of = :nightOf
  RETURNING c.place_group_id, c.night_of, c.occupied - before.occupied AS delta
)
INSERT INTO capacity_event (departement, place_group_id, night_of, kind, delta, cause_id, by_whom, at)
SELECT :departement, place_group_id, night_of, 'CORRECTED', delta, :causeId, :byWhom, :at
FROM moved
