-- Texts about appointments: V0810__reminder.sql.

-- name: texts_of_appointments
SELECT appointment_id, template, status, due_at, sent_at FROM message
WHERE appointment_id = ANY (CAST(:appointmentIds AS uuid[]))
ORDER BY appointment_id, created_at, message_id

-- name: withdraw_texts
UPDATE message
SET status = CASE status WHEN 'QUEUED' THEN 'WITHDRAWN' ELSE status END,
    due_at = CASE status WHEN 'QUEUED' THEN NULL ELSE due_at END,
    not_after = LEAST(not_after, :at)
WHERE appointment_id = :appointmentId AND status IN ('QUEUED', 'SENDING', 'UNKNOWN')
RETURNING message_id
