-- name: lock_offered
SELECT code FROM reference_entry
WHERE list = :list AND parent = :parent AND code = :code AND offered
FOR KEY SHARE
