-- The sessions of V0050__access.sql; the account is read with each, so that a changed role shows.

-- name: delete_session
DELETE FROM session WHERE token_hash = :tokenHash

-- name: find_session
SELECT s.token_hash, s.started_at, s.last_seen_at, a.agent, a.display_name, a.role
FROM session s JOIN account a USING (agent)
WHERE s.token_hash = :tokenHash

-- name: insert_session
INSERT INTO session (token_hash, agent, started_at, last_seen_at)
VALUES (:tokenHash, :agent, :at, :at)

-- name: purge_sessions
DELETE FROM session WHERE started_at < :startedHorizon OR last_seen_at < :seenHorizon

-- name: touch_session
UPDATE session SET last_seen_at = GREATEST(last_seen_at, :at) WHERE token_hash = :tokenHash
