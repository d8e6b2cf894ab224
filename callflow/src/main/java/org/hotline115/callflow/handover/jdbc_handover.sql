-- What one shift leaves to the next: V0825__handover.sql.

-- name: add_task
INSERT INTO shift_task (task_id, words, owner, due_at, created_by, created_at, version)
VALUES (:taskId, :words, CAST(:owner AS text), CAST(:dueAt AS timestamptz), :by, :at, 1)
ON CONFLICT (task_id) DO NOTHING

-- name: do_task
UPDATE shift_task
SET done_at = CASE WHEN :isDone THEN CAST(:at AS timestamptz) END, done_by = CASE WHEN :isDone THEN CAST(:by AS text) END, version = version + 1
WHERE task_id = :taskId AND version = :version

-- name: find_entry
SELECT e.*, ARRAY(SELECT r.agent FROM shift_entry_read r WHERE r.entry_id = e.entry_id ORDER BY r.read_at, r.agent) AS read_by
FROM shift_entry e
WHERE e.entry_id = :entryId

-- name: find_task
SELECT * FROM shift_task WHERE task_id = :taskId

-- name: give_task
UPDATE shift_task SET owner = CAST(:owner AS text), version = version + 1
WHERE task_id = :taskId AND version = :version AND done_at IS NULL

-- name: is_agent
SELECT EXISTS (SELECT 1 FROM account WHERE agent = :agent AND role <> 'PLACE_MANAGER')

-- name: list_colleagues
SELECT agent, display_name FROM account WHERE role <> 'PLACE_MANAGER' ORDER BY display_name, agent

-- name: list_entries
SELECT e.*, ARRAY(SELECT r.agent FROM shift_entry_read r WHERE r.entry_id = e.entry_id ORDER BY r.read_at, r.agent) AS read_by
FROM shift_entry e
WHERE e.written_at >= :since
ORDER BY e.written_at DESC, e.entry_id
LIMIT :most

-- name: list_tasks
SELECT * FROM shift_task
WHERE done_at IS NULL OR done_at >= :since
ORDER BY done_at IS NOT NULL, done_at DESC, due_at NULLS LAST, created_at, task_id
LIMIT :most

-- name: read_entry
INSERT INTO shift_entry_read (entry_id, agent, read_at)
SELECT entry_id, :by, :at FROM shift_entry WHERE entry_id = :entryId
ON CONFLICT DO NOTHING

-- name: write_entry
INSERT INTO shift_entry (entry_id, kind, words, written_by, written_at)
VALUES (:entryId, :kind, :words, :by, :at)
ON CONFLICT (entry_id) DO NOTHING
