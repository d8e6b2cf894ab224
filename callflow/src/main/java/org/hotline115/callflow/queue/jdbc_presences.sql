-- name: all_presences
SELECT agent, phone, state, reason, call_id, wish, since FROM agent_presence

-- name: save_presence
INSERT INTO agent_presence (agent, phone, state, reason, call_id, wish, since)
VALUES (:agent, :phone, :state, :reason, :callId, :wish, :since)
ON CONFLICT (agent) DO UPDATE
SET phone = EXCLUDED.phone, state = EXCLUDED.state, reason = EXCLUDED.reason,
    call_id = EXCLUDED.call_id, wish = EXCLUDED.wish, since = EXCLUDED.since
