-- What a day looks like: V0800__appointment.sql.

-- name: count_booked
SELECT schedule_id, starts_at, count(*) AS booked
FROM appointment
WHERE site_id = :siteId AND starts_at >= :from AND starts_at < :until
  AND schedule_id IS NOT NULL AND status NOT IN ('EXCUSED', 'REVOKED')
GROUP BY schedule_id, starts_at

-- name: list_appointments
SELECT * FROM appointment
WHERE site_id = :siteId AND starts_at >= :from AND starts_at < :until
ORDER BY starts_at, appointment_id
LIMIT :most
