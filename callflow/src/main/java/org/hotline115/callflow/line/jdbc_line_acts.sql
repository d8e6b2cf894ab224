-- name: find_act
SELECT * FROM line_act WHERE act_id = :actId

-- name: keep_act
INSERT INTO line_act (act_id, line, act, until_at, cap, call_id, reason, decided_by, decided_at)
VALUES (:actId, :line, :act, :until, :cap, :callId, :reason, :by, :at)
ON CONFLICT (act_id) DO NOTHING

-- name: moved
UPDATE line_act SET moved_at = COALESCE(moved_at, :at) WHERE act_id = :actId AND act = 'CALL_PUT_FIRST'

-- name: newest_acts
SELECT * FROM line_act
WHERE act <> 'CALL_PUT_FIRST' OR moved_at IS NOT NULL
ORDER BY seq DESC LIMIT :most

-- name: put_first
SELECT * FROM line_act WHERE call_id = :callId AND moved_at IS NOT NULL ORDER BY seq DESC LIMIT 1

-- name: standing_acts
SELECT DISTINCT ON (line, act = 'CAP_MOVED') *
FROM line_act
WHERE act <> 'CALL_PUT_FIRST'
ORDER BY line, act = 'CAP_MOVED', seq DESC
