-- name: add_closure
INSERT INTO place_closure (
  closure_id, place_group_id, places, reason, own_code, from_at, expected_to, note, status, due_at, decided_by, decided_at)
VALUES (
  :closureId, :placeGroupId, :places, :reason, :ownCode, :fromAt, :expectedTo, :note, :status, :dueAt, :decidedBy, :decidedAt)

-- name: add_up_closed
UPDATE place_group g
SET places_closed = coalesce((
      SELECT sum(places) FROM place_closure c
      WHERE c.place_group_id = g.place_group_id AND c.status = 'ACTIVE'), 0),
    closure_reason = (
      SELECT reason FROM place_closure c
      WHERE c.place_group_id = g.place_group_id AND c.status = 'ACTIVE'
      ORDER BY places DESC, decided_at DESC
      LIMIT 1)
WHERE place_group_id = :placeGroupId

-- name: begin_closure
UPDATE place_closure
SET status = 'ACTIVE', due_at = expected_to, too_many_inside = 0
WHERE closure_id = :closureId AND status = 'PLANNED'

-- name: end_closure
UPDATE place_closure
SET status = CASE status WHEN 'PLANNED' THEN 'CANCELLED' ELSE 'ENDED' END,
  due_at = NULL, too_many_inside = 0, ended_by = :by, ended_at = :at
WHERE closure_id = :closureId AND status IN ('PLANNED', 'ACTIVE')

-- name: find_closure
SELECT * FROM place_closure
WHERE closure_id = :closureId

-- name: list_closures
SELECT c.*
FROM place_closure c
JOIN place_group g USING (place_group_id)
WHERE g.departement = :departement
  AND (c.status IN ('PLANNED', 'ACTIVE') OR c.ended_at > :endedSince)
ORDER BY c.ended_at IS NOT NULL, c.decided_at DESC
LIMIT :most

-- name: list_due
SELECT * FROM place_closure
WHERE place_group_id = :placeGroupId AND due_at <= :at
ORDER BY status, due_at

-- name: lock_due_group
SELECT g.place_group_id
FROM place_group g
WHERE g.departement = :departement
  AND g.place_group_id IN (SELECT place_group_id FROM place_closure WHERE due_at <= :at)
LIMIT 1
FOR NO KEY UPDATE OF g SKIP LOCKED

-- name: lock_group
SELECT place_group_id FROM place_group
WHERE place_group_id = :placeGroupId AND departement = :departement
FOR NO KEY UPDATE

-- name: wait_longer
UPDATE place_closure
SET due_at = :again, too_many_inside = :tooMany
WHERE closure_id = :closureId
