-- name: find_act
SELECT * FROM line_act WHERE act_id = :actId

-- name: keep_act
INSERT INTO line_act (act_id, line, act, until_at, cap, call_id, reason, decided_by, decided_at)
VALUES (:actId, :line, :act, :until, :cap, :callId, :reason, :by, :at)
ON CONFLICT (act_id) DO NOTHING

-- name: newest_acts
SELECT * FROM line_act ORDER BY seq DESC LIMIT :most

-- name: put_first
SELECT * FROM line_act WHERE call_id = :callId ORDER BY seq DESC LIMIT 1

-- name: standing_acts
SELECT DISTINCT ON (line, act = 'CAP_MOVED') *
FROM line_act
WHERE act <> 'CALL_PUT_FIRST'
ORDER BY line, act = 'CAP_MOVED', seq DESC
