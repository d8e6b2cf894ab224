-- name: add_freed_place
-- Whoever is looking for a place tonight hears of it.
INSERT INTO freed_place (freed_id, placement_id, place_group_id, night_of, places, freed_at)
SELECT :moveId, p.placement_id, p.place_group_id, :tonight, p.places, :at
FROM placement p
WHERE p.placement_id = :placementId

-- name: add_move
INSERT INTO placement_move (move_id, placement_id, before, after, source, by_whom, at)
VALUES (:moveId, :placementId, :before, :after, :source, :byWhom, :at)

-- name: find_move
SELECT placement_id FROM placement_move WHERE move_id = :moveId

-- name: forget_freed_place
-- They came after all: nobody else is called for it.
UPDATE freed_place SET status = 'GONE'
WHERE placement_id = :placementId AND status IN ('WAITING', 'PROPOSED', 'TAKEN')

-- name: lock_overdue
-- Several gateways: each takes others.
SELECT p.*
FROM placement p
JOIN place_group g USING (place_group_id)
WHERE g.departement = :departement AND p.status = 'EXPECTED' AND p.arrive_before < :horizon
ORDER BY p.arrive_before
LIMIT :most
FOR UPDATE OF p SKIP LOCKED

-- name: lock_placement
SELECT * FROM placement WHERE placement_id = :placementId FOR UPDATE

-- name: move_placement
UPDATE placement
SET status = :after,
  arrive_before = coalesce(:arriveBefore, arrive_before),
  arrived_at = CASE WHEN :after = 'ARRIVED' THEN coalesce(arrived_at, :at)
                    WHEN :after = 'ENDED' THEN arrived_at END,
  left_at = CASE WHEN :after = 'ENDED' THEN CAST(:at AS timestamptz) END,
  exit_reason = :exitReason, exit_destination = :exitDestination,
  moved_at = :at, moved_by = :byWhom, moved_source = :source
WHERE placement_id = :placementId AND status = :before
RETURNING *

-- name: set_transport
UPDATE placement SET transport = :transport
WHERE placement_id = :placementId AND status IN ('EXPECTED', 'TO_CHECK')
