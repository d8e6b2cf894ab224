-- name: end_past
UPDATE freed_place SET status = 'GONE'
WHERE night_of < :nightOf AND status IN ('WAITING', 'PROPOSED', 'TAKEN')

-- name: find_freed
SELECT * FROM freed_place WHERE freed_id = :freedId

-- name: is_given
SELECT EXISTS (SELECT 1 FROM placement WHERE hold_id = :holdId)

-- name: list_open
SELECT f.*
FROM freed_place f
JOIN place_group g USING (place_group_id)
WHERE g.departement = :departement AND f.night_of = :nightOf AND f.status IN ('WAITING', 'PROPOSED', 'TAKEN')
ORDER BY f.freed_at, f.freed_id

-- name: list_passed
SELECT request_id FROM freed_place_pass WHERE freed_id = :freedId

-- name: list_proposed_elsewhere
SELECT request_id FROM freed_place WHERE status IN ('PROPOSED', 'TAKEN') AND freed_id <> :freedId

-- name: lock_open
-- Several gateways: each looks at others.
SELECT f.*
FROM freed_place f
JOIN place_group g USING (place_group_id)
WHERE g.departement = :departement AND f.night_of = :nightOf AND f.status IN ('WAITING', 'PROPOSED', 'TAKEN')
ORDER BY f.freed_at, f.freed_id
LIMIT :most
FOR UPDATE OF f SKIP LOCKED

-- name: pass_freed
INSERT INTO freed_place_pass (freed_id, request_id, reason, passed_by, at)
SELECT freed_id, request_id, :reason, :by, :at
FROM freed_place
WHERE freed_id = :freedId AND request_id = :requestId AND status IN ('PROPOSED', 'TAKEN')
ON CONFLICT DO NOTHING

-- name: put_back
UPDATE freed_place
SET status = 'WAITING', request_id = NULL, proposed_at = NULL, hold_id = NULL, taken_by = NULL, taken_at = NULL
WHERE freed_id = :freedId AND status IN ('PROPOSED', 'TAKEN')

-- name: put_back_hold
UPDATE freed_place
SET status = 'PROPOSED', hold_id = NULL, taken_by = NULL, taken_at = NULL
WHERE freed_id = :freedId AND status = 'TAKEN' AND hold_id = :holdId

-- name: save_status
UPDATE freed_place
SET status = :status, request_id = :requestId, proposed_at = :proposedAt
WHERE freed_id = :freedId

-- name: take_freed
UPDATE freed_place
SET status = 'TAKEN', hold_id = :holdId, taken_by = :agent, taken_at = :at
WHERE freed_id = :freedId AND status = 'PROPOSED'
