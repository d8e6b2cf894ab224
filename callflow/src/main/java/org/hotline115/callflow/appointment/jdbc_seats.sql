-- Seats of slots: V0800__appointment.sql, V0836__waiting_list.sql.

-- name: free_seat
SELECT s.seat
FROM generate_series(1, :capacity) AS s(seat)
WHERE NOT EXISTS (
  SELECT 1 FROM appointment a
  WHERE a.schedule_id = :scheduleId AND a.starts_at = :startsAt AND a.seat = s.seat
    AND a.status NOT IN ('EXCUSED', 'REVOKED'))
  AND NOT EXISTS (
  SELECT 1 FROM held_seat h
  WHERE h.schedule_id = :scheduleId AND h.starts_at = :startsAt AND h.seat = s.seat)
ORDER BY s.seat
LIMIT 1

-- name: hold_seat
INSERT INTO held_seat (held_for, schedule_id, starts_at, seat)
VALUES (:heldFor, :scheduleId, :startsAt, :seat)

-- name: release_seat
DELETE FROM held_seat WHERE held_for = :heldFor
