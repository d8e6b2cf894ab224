-- name: a_hold_ends_once
-- Its ends in the board's journal, against one for each hold that ended.
SELECT place_group_id, sum(ends) AS found, count(*) AS expected
FROM (
  SELECT place_group_id, count(*) AS ends
  FROM capacity_event
  WHERE departement = :departement AND night_of = :nightOf
    AND board_version IS NOT NULL AND kind IN ('RELEASED', 'TAKEN_BACK', 'EXPIRED', 'CONVERTED')
  GROUP BY place_group_id, cause_id) hold
GROUP BY place_group_id
HAVING sum(ends) > count(*)

-- name: converted_is_placed
SELECT h.place_group_id, count(*) AS found, count(p.hold_id) AS expected
FROM place_hold h
LEFT JOIN placement p USING (hold_id)
WHERE h.departement = :departement AND h.night_of = :nightOf AND h.status = 'CONVERTED'
GROUP BY h.place_group_id
HAVING count(*) > count(p.hold_id)

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

-- name: placed_is_converted
SELECT p.place_group_id, count(h.hold_id) AS found, count(*) AS expected
FROM placement p
JOIN place_group g USING (place_group_id)
LEFT JOIN place_hold h ON h.hold_id = p.hold_id AND h.status = 'CONVERTED'
WHERE g.departement = :departement AND p.night_of = :nightOf
GROUP BY p.place_group_id
HAVING count(*) > count(h.hold_id)

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

-- name: repair_converted
-- The placement is the promise that a person was told of; its hold follows. The event moves nothing.
WITH healed AS (
  INSERT INTO place_hold (
    hold_id, departement, place_group_id, night_of, places, agent, contact_id, status,
    created_at, expires_at, offered_at, version)
  SELECT hold_id, :departement, place_group_id, night_of, places, confirmed_by, contact_id, 'CONVERTED',
    confirmed_at, confirmed_at, confirmed_at, 0
  FROM placement
  WHERE place_group_id = :placeGroupId AND night_of = :nightOf
  ON CONFLICT (hold_id) DO UPDATE SET status = 'CONVERTED' WHERE place_hold.status <> 'CONVERTED'
  RETURNING place_group_id, night_of
)
INSERT INTO capacity_event (departement, place_group_id, night_of, kind, delta, cause_id, by_whom, at)
SELECT DISTINCT :departement, place_group_id, night_of, 'CORRECTED', 0, :causeId, :byWhom, CAST(:at AS timestamptz)
FROM healed

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
