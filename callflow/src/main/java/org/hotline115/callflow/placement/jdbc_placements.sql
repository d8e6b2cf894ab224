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

-- name: read_placement
SELECT * FROM placement WHERE placement_id = :placementId
