-- Persons noted twice: V0821__person_merge.sql.

-- name: add_merge
INSERT INTO person_merge (merge_id, person_id, into_id, merged_at, merged_by)
VALUES (:mergeId, :other, :into, :at, :by)

-- name: are_roots
-- Asked after the lock, by a statement of its own: so it sees what was committed while we waited.
SELECT count(*) = 2 FROM person
WHERE person_id IN (:one, :other) AND person_root(person_id) = person_id

-- name: is_this_merge
SELECT person_id = :other AND into_id = :into FROM person_merge WHERE merge_id = :mergeId

-- name: is_undone
SELECT EXISTS (
  SELECT 1 FROM person_merge
  WHERE merge_id = :mergeId AND into_id IN (SELECT person_file(:into)) AND undone_at IS NOT NULL)

-- name: list_merges
SELECT m.merge_id, m.person_id, p.code, m.merged_at, m.merged_by
FROM person_merge m JOIN person p USING (person_id)
WHERE m.into_id IN (SELECT person_file(:personId)) AND m.undone_at IS NULL
ORDER BY m.merged_at DESC, m.merge_id

-- name: lock_both
SELECT person_id FROM person WHERE person_id IN (:one, :other) ORDER BY person_id FOR UPDATE

-- name: undo_merge
UPDATE person_merge SET undone_at = :at, undone_by = :by
WHERE merge_id = :mergeId AND into_id IN (SELECT person_file(:into)) AND undone_at IS NULL
