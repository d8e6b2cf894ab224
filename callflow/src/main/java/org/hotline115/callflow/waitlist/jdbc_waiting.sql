-- Who waits for an appointment: V0836__waiting_list.sql.

-- name: answered_by_somebody
UPDATE waiting SET open_offer = NULL, unanswered = :unanswered
WHERE wait_id = :waitId

-- name: ask
UPDATE waiting SET open_offer = :offerId
WHERE wait_id = :waitId

-- name: choose_next
SELECT w.* FROM waiting w
LEFT JOIN appointment a ON a.appointment_id = w.appointment_id
WHERE w.site_id = :siteId AND w.service = :service AND w.ended_at IS NULL AND w.open_offer IS NULL
  AND (w.last_day IS NULL OR w.last_day >= :day)
  AND (w.appointment_id IS NULL OR (a.status IN ('BOOKED', 'CONFIRMED') AND a.starts_at > :startsAt))
  AND NOT EXISTS (
    SELECT 1 FROM slot_offer o
    WHERE o.wait_id = w.wait_id AND o.schedule_id = :scheduleId AND o.starts_at = :startsAt)
ORDER BY w.joined_at, w.wait_id
LIMIT 1
FOR NO KEY UPDATE OF w SKIP LOCKED

-- name: end_past
UPDATE waiting w SET ended_at = :at, ended_by = :by, ending = 'PAST',
  sealed_name = NULL, number_key = NULL, sealed_number = NULL, sms_agreed = false
WHERE w.ended_at IS NULL AND w.open_offer IS NULL AND (
  w.last_day < :today
  OR EXISTS (
    SELECT 1 FROM appointment a
    WHERE a.appointment_id = w.appointment_id
      AND (a.status NOT IN ('BOOKED', 'CONFIRMED') OR a.starts_at <= :at)))
RETURNING wait_id

-- name: end_wait
UPDATE waiting SET ended_at = :at, ended_by = :by, ending = :ending, open_offer = NULL,
  sealed_name = NULL, number_key = NULL, sealed_number = NULL, sms_agreed = false
WHERE wait_id = :waitId AND ended_at IS NULL

-- name: find_wait
SELECT * FROM waiting WHERE wait_id = :waitId

-- name: insert_wait
INSERT INTO waiting (wait_id, site_id, service, appointment_id, sealed_name, number_key, sealed_number,
  sms_agreed, discretion, language, last_day, joined_by, joined_at)
SELECT :waitId, :siteId, :service, CAST(:appointmentId AS uuid), CAST(:sealedName AS bytea), :numberKey,
  CAST(:sealedNumber AS bytea), :smsAgreed, :discretion, :language, CAST(:lastDay AS date), :by, :at
WHERE (
  SELECT count(*) FROM waiting
  WHERE site_id = :siteId AND service = :service AND ended_at IS NULL) < :most
ON CONFLICT DO NOTHING

-- name: list_waiting
SELECT w.* FROM waiting w
WHERE w.site_id = :siteId AND w.ended_at IS NULL
ORDER BY w.service, w.joined_at, w.wait_id
LIMIT :most

-- name: lock_wait
SELECT * FROM waiting WHERE wait_id = :waitId FOR NO KEY UPDATE

-- name: receives_for
SELECT EXISTS (
  SELECT 1 FROM schedule
  WHERE site_id = :siteId AND service = :service AND kind = 'APPOINTMENT'
    AND (valid_until IS NULL OR valid_until >= :today))

-- name: waits_already
SELECT EXISTS (SELECT 1 FROM waiting WHERE appointment_id = :appointmentId AND ended_at IS NULL)
