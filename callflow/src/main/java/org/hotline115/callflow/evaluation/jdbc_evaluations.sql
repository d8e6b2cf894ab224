-- Flash evaluations: V0848__flash_evaluation.sql.

-- name: count_within
-- flashWithin72h: done by the moment they were due, of those that fell due in the period.
SELECT count(*) FILTER (WHERE done_at <= due_at) AS in_time, count(*) AS due, count(*) FILTER (WHERE done_at IS NULL) AS open
FROM flash_evaluation
WHERE due_at >= :from AND due_at < :until

-- name: find_evaluation
SELECT e.*, p.code AS person_code
FROM flash_evaluation e
LEFT JOIN contact_person l USING (contact_id)
LEFT JOIN person p ON p.person_id = person_root(l.person_id)
WHERE e.evaluation_id = :evaluationId

-- name: find_of_contact
SELECT e.*, p.code AS person_code
FROM flash_evaluation e
LEFT JOIN contact_person l USING (contact_id)
LEFT JOIN person p ON p.person_id = person_root(l.person_id)
WHERE e.contact_id = :contactId

-- name: give_evaluation
UPDATE flash_evaluation SET owner = CAST(:owner AS text), version = version + 1
WHERE evaluation_id = :evaluationId AND version = :version AND done_at IS NULL

-- name: is_agent
SELECT EXISTS (SELECT 1 FROM account WHERE agent = :agent AND role <> 'PLACE_MANAGER')

-- name: list_to_do
-- The late ones first, because they are due first.
SELECT e.*, p.code AS person_code
FROM flash_evaluation e
LEFT JOIN contact_person l USING (contact_id)
LEFT JOIN person p ON p.person_id = person_root(l.person_id)
WHERE e.done_at IS NULL
ORDER BY e.due_at, e.evaluation_id
LIMIT :most

-- name: open_evaluation
INSERT INTO flash_evaluation (evaluation_id, contact_id, version, opened_at, opened_by, due_at, owner)
VALUES (:evaluationId, :contactId, 1, :at, :by, :dueAt, :by)
ON CONFLICT DO NOTHING

-- name: save_evaluation
UPDATE flash_evaluation
SET version = version + 1, situation = CAST(:situation AS text), last_night = CAST(:lastNight AS text),
  since_when = CAST(:sinceWhen AS text), reasons = :reasons, resources = CAST(:resources AS text),
  health_now = CAST(:healthNow AS text), safety_now = CAST(:safetyNow AS text), network = CAST(:network AS boolean),
  elsewhere = CAST(:elsewhere AS boolean), read_back = :readBack,
  done_at = CASE WHEN :isDone THEN CAST(:at AS timestamptz) END, done_by = CASE WHEN :isDone THEN CAST(:by AS text) END
WHERE evaluation_id = :evaluationId AND version = :version AND done_at IS NULL
