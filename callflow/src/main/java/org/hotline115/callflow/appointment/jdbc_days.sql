-- What a day looks like: V0800__appointment.sql.

-- name: count_taken
WITH taken AS (
  SELECT schedule_id, starts_at, 1 AS booked, 0 AS offered
  FROM appointment
  WHERE site_id = :siteId AND starts_at >= :from AND starts_at < :until
    AND schedule_id IS NOT NULL AND status NOT IN ('EXCUSED', 'REVOKED')
  UNION ALL
  SELECT schedule_id, starts_at, 0, 1
  FROM held_seat JOIN schedule USING (schedule_id)
  WHERE site_id = :siteId AND starts_at >= :from AND starts_at < :until)
SELECT schedule_id, starts_at, sum(booked) AS booked, sum(offered) AS offered
FROM taken
GROUP BY schedule_id, starts_at

-- name: list_appointments
SELECT * FROM appointment
WHERE site_id = :siteId AND starts_at >= :from AND starts_at < :until
ORDER BY starts_at, appointment_id
LIMIT :most

-- name: list_asked
SELECT * FROM appointment a
WHERE a.number_key = :numberKey AND a.starts_at > :after
  AND EXISTS (
    SELECT 1 FROM message m
    WHERE m.appointment_id = a.appointment_id AND m.recipient_key = a.number_key
      AND m.template = 'APPT_REMINDER_48H' AND m.first_tried_at IS NOT NULL)
ORDER BY a.starts_at, a.appointment_id
LIMIT :most
