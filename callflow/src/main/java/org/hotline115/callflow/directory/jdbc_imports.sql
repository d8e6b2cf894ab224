-- name: conclude_import
UPDATE place_import
SET status = :status, added = :added, changed = :changed, removed = :removed, same = :same, refused = :refused,
  applied_by = :appliedBy, applied_at = :appliedAt
WHERE import_id = :importId

-- name: find_import
SELECT * FROM place_import
WHERE import_id = :importId AND departement = :departement

-- name: keep_import
INSERT INTO place_import (import_id, departement, file_name, content, format, brought_by, brought_at, status)
VALUES (:importId, :departement, :fileName, :content, :format, :by, :at, 'BROUGHT')
ON CONFLICT (import_id) DO NOTHING

-- name: lock_import
SELECT import_id FROM place_import
WHERE import_id = :importId
FOR UPDATE

-- name: newest_imports
SELECT import_id, departement, file_name, ''::bytea AS content, format, brought_by, brought_at, status,
  added, changed, removed, same, refused, applied_by, applied_at
FROM place_import
WHERE departement = :departement
ORDER BY brought_at DESC
LIMIT :most

-- name: purge_one
DELETE FROM place_import
WHERE import_id = (
  SELECT import_id FROM place_import
  WHERE departement = :departement AND brought_at < :horizon
  ORDER BY brought_at
  LIMIT 1
  FOR UPDATE SKIP LOCKED)
RETURNING import_id
