-- Links without an account: V0723__shelter.sql.

-- name: add_link
INSERT INTO site_link (token_hash, site_id, made_at, made_by, expires_at, saves_max)
VALUES (:tokenHash, :siteId, :madeAt, :madeBy, :expiresAt, :savesMax)

-- name: find_link
SELECT site_id, expires_at, saves_max,
  (SELECT count(*) FROM site_link_save s WHERE s.token_hash = l.token_hash) AS saves
FROM site_link l
WHERE token_hash = :tokenHash

-- name: give_save_back
DELETE FROM site_link_save WHERE token_hash = :tokenHash AND tell_id = :tellId

-- name: is_spent
SELECT EXISTS (SELECT 1 FROM site_link_save WHERE token_hash = :tokenHash AND tell_id = :tellId)

-- name: lock_link
SELECT saves_max FROM site_link WHERE token_hash = :tokenHash FOR UPDATE

-- name: purge_links
DELETE FROM site_link WHERE expires_at < :expiredHorizon

-- name: spend_save
INSERT INTO site_link_save (token_hash, tell_id, at)
SELECT token_hash, :tellId, :at
FROM site_link l
WHERE token_hash = :tokenHash AND expires_at > :at
  AND (SELECT count(*) FROM site_link_save s WHERE s.token_hash = l.token_hash) < saves_max
ON CONFLICT DO NOTHING
