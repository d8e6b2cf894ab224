-- Keys of shelters' own software: V0723__shelter.sql.

-- name: add_key
INSERT INTO site_key (key_id, key_hash, site_id, name, made_at, made_by)
SELECT :keyId, :keyHash, site_id, :name, :madeAt, :madeBy FROM site WHERE site_id = :siteId

-- name: list_keys
SELECT * FROM site_key WHERE site_id = :siteId ORDER BY made_at, key_id

-- name: revoke_key
UPDATE site_key SET revoked_at = coalesce(revoked_at, :at) WHERE key_id = :keyId AND site_id = :siteId

-- name: use_key
UPDATE site_key SET last_used_at = :at
WHERE key_hash = :keyHash AND revoked_at IS NULL
RETURNING *
