-- name: done_voicemail
UPDATE voicemail SET done_by = :by, done_at = :at
WHERE call_id = :callId AND done_by IS NULL AND erased_at IS NULL

-- name: erase_voicemail
UPDATE voicemail SET erased_at = :at WHERE call_id = :callId AND erased_at IS NULL

-- name: find_voicemail
SELECT * FROM voicemail WHERE call_id = :callId AND erased_at IS NULL

-- name: give_task
UPDATE voicemail SET task = :task WHERE call_id = :callId AND task IS NULL

-- name: keep_voicemail
INSERT INTO voicemail (call_id, line, left_at, seconds)
VALUES (:callId, :line, :leftAt, :seconds)
ON CONFLICT (call_id) DO NOTHING

-- name: list_voicemails
SELECT * FROM voicemail
WHERE erased_at IS NULL
ORDER BY done_at IS NOT NULL, left_at DESC
LIMIT :most

-- name: voicemails_left_before
SELECT call_id FROM voicemail
WHERE left_at < :horizon AND erased_at IS NULL

-- name: voicemails_without_task
SELECT * FROM voicemail
WHERE task IS NULL AND done_at IS NULL AND erased_at IS NULL
ORDER BY left_at
LIMIT 100
