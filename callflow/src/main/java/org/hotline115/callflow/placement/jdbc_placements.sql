-- name: add_placement
INSERT INTO placement (
  placement_id, hold_id, request_id, contact_id, file_code, place_group_id, night_of, persons, minors, under3,
  household_type, pets, places, status, confirmed_at, confirmed_by, arrive_before, moved_at, moved_by, moved_source)
VALUES (
  :placementId, :holdId, :requestId, :contactId, :fileCode, :placeGroupId, :nightOf, :persons, :minors, :under3,
  :householdType, :pets, :places, 'EXPECTED', :confirmedAt, :confirmedBy, :arriveBefore, :confirmedAt, :confirmedBy,
  'AGENT')

-- name: find_placement
SELECT * FROM placement WHERE placement_id = :placementId OR hold_id = :holdId

-- name: list_expected
-- Tonight's, and those of earlier nights that are still undecided or, where one may stay, still inside.
SELECT p.*
FROM placement p
JOIN place_group g USING (place_group_id)
WHERE g.departement = :departement AND (CAST(:siteIds AS text[]) IS NULL OR g.site_id = ANY (:siteIds))
  AND p.night_of >= :since
  AND (p.night_of = :nightOf
       OR p.status IN ('EXPECTED', 'TO_CHECK')
       OR p.status = 'ARRIVED' AND NOT g.night_only)
ORDER BY p.arrive_before, p.file_code, p.placement_id
LIMIT :most

-- name: list_of_contact
SELECT * FROM placement WHERE contact_id = :contactId AND night_of = :nightOf ORDER BY confirmed_at

-- name: list_to_check
SELECT p.*
FROM placement p
JOIN place_group g USING (place_group_id)
WHERE g.departement = :departement AND p.status = 'TO_CHECK'
ORDER BY p.arrive_before, p.placement_id
LIMIT :most

-- name: night_figures
-- In each group, by the hour, places come back and are promised again: what is left over after the last
-- promise was not given again. What a promise takes of places that never were away leaves nothing owed.
WITH night AS (
  SELECT p.*
  FROM placement p
  JOIN place_group g USING (place_group_id)
  WHERE g.departement = :departement AND p.night_of = :nightOf
),
moved AS (
  SELECT place_group_id, moved_at AS at, 0 AS after, places FROM night WHERE status = 'NO_SHOW'
  UNION ALL
  SELECT place_group_id, confirmed_at, 1, -places FROM night
),
running AS (
  SELECT place_group_id, places,
    sum(places) OVER (PARTITION BY place_group_id) AS whole,
    sum(places) OVER (PARTITION BY place_group_id ORDER BY at, after ROWS UNBOUNDED PRECEDING) AS so_far
  FROM moved
),
left_over AS (
  SELECT sum(whole - least(0, lowest)) AS places
  FROM (SELECT place_group_id, max(whole) AS whole, min(so_far) AS lowest FROM running GROUP BY place_group_id) each
),
back AS (
  SELECT coalesce(sum(places), 0) AS places FROM night WHERE status = 'NO_SHOW'
)
SELECT
  (SELECT count(*) FROM night WHERE status IN ('ARRIVED', 'ENDED') AND arrive_before < :at) AS came,
  (SELECT count(*) FROM night WHERE status = 'NO_SHOW' AND arrive_before < :at) AS did_not_come,
  (SELECT count(*) FROM night WHERE status = 'TO_CHECK' AND arrive_before < :at) AS to_check,
  back.places AS places_back,
  back.places - coalesce(left_over.places, 0) AS places_given_again
FROM back, left_over

-- name: read_placement
SELECT * FROM placement WHERE placement_id = :placementId
