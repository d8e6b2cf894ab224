-- The audit trail of V0050__access.sql.

-- name: append_event
INSERT INTO audit_event (seq, at, actor, action, object_type, object_id, call_id, previous_hash, hash)
VALUES (:seq, :at, :actor, :action, :objectType, :objectId, :callId, :previousHash, :hash)

-- name: last_event
SELECT seq, hash FROM audit_event ORDER BY seq DESC LIMIT 1

-- name: lock_chain
SELECT pg_advisory_xact_lock(115050)

-- name: walk_chain
SELECT seq, at, actor, action, object_type, object_id, call_id, previous_hash, hash
FROM audit_event WHERE seq > :after ORDER BY seq LIMIT 1000
