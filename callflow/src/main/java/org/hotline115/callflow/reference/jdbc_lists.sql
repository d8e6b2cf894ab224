-- name: add_list
INSERT INTO reference_list (list, version) VALUES (:list, 0) ON CONFLICT DO NOTHING

-- name: change_list
UPDATE reference_list
SET version = version + 1, changed_by = :by, changed_at = :at
WHERE list = :list

-- name: delete_others
DELETE FROM reference_entry WHERE list = :list AND code <> ALL (CAST(:codes AS text[]))

-- name: list_changes
SELECT * FROM reference_list WHERE list = ANY (CAST(:lists AS text[]))

-- name: list_entries
SELECT * FROM reference_entry
WHERE list = ANY (CAST(:lists AS text[]))
ORDER BY list, position, code

-- name: list_used
SELECT own_code FROM place_closure WHERE :list = 'CLOSURE_REASON' AND own_code IS NOT NULL
UNION
SELECT own_code FROM shelter_request WHERE :list = 'UNMET_REASON' AND own_code IS NOT NULL

-- name: lock_list
SELECT list FROM reference_list WHERE list = :list FOR UPDATE

-- name: put_entry
INSERT INTO reference_entry (list, code, parent, word_fr, word_en, offered, position)
VALUES (:list, :code, :parent, :fr, :en, :offered, :position)
ON CONFLICT (list, code) DO UPDATE
SET parent = excluded.parent, word_fr = excluded.word_fr, word_en = excluded.word_en,
  offered = excluded.offered, position = excluded.position
