-- name: end_notice
UPDATE notice SET ended_at = :at, ended_by = :by, ending = :ending
WHERE notice_id = :noticeId AND ended_at IS NULL

-- name: find_notice
SELECT * FROM notice WHERE notice_id = :noticeId

-- name: keep_notice
INSERT INTO notice (notice_id, audience, until_at, approved_by, approved_at)
VALUES (:noticeId, :audience, :until, :by, :at)
ON CONFLICT DO NOTHING

-- name: lock_notices
SELECT pg_advisory_xact_lock(hashtext('notice'))

-- name: newest_notices
SELECT * FROM notice
ORDER BY ended_at IS NOT NULL, approved_at DESC, notice_id
LIMIT :most

-- name: standing_notices
SELECT * FROM notice WHERE ended_at IS NULL ORDER BY approved_at, notice_id
