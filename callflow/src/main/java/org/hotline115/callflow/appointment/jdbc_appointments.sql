-- name: book_appointment
INSERT INTO appointment (
  appointment_id, kind, site_id, schedule_id, seat, starts_at, ends_at, zone, contact_id, sealed_name,
  number_key, sealed_number, sms_agreed, discretion, language, status, booked_by, booked_at, changed_by, changed_at)
VALUES (
  :appointmentId, :kind, :siteId, CAST(:scheduleId AS uuid), CAST(:seat AS integer), :startsAt, :endsAt, :zone,
  CAST(:contactId AS uuid), :sealedName,
  :numberKey, :sealedNumber, :smsAgreed, :discretion, :language, :status, :by, :at, :by, :at)
ON CONFLICT (appointment_id) DO NOTHING

-- name: find_appointment
SELECT * FROM appointment
WHERE appointment_id = :appointmentId

-- name: find_appointments
SELECT * FROM appointment
WHERE appointment_id = ANY (CAST(:appointmentIds AS uuid[]))

-- name: lock_appointment
SELECT * FROM appointment
WHERE appointment_id = :appointmentId
FOR NO KEY UPDATE

-- name: mark_appointment
UPDATE appointment SET status = :status, changed_by = :by, changed_at = :at
WHERE appointment_id = :appointmentId

-- name: move_appointment
UPDATE appointment
SET schedule_id = :scheduleId, site_id = :siteId, seat = :seat, starts_at = :startsAt, ends_at = :endsAt, zone = :zone,
  status = 'BOOKED', moves = moves + 1, changed_by = :by, changed_at = :at
WHERE appointment_id = :appointmentId

-- name: reach_otherwise
UPDATE appointment
SET number_key = :numberKey, sealed_number = :sealedNumber, sms_agreed = :smsAgreed,
  discretion = :discretion, language = :language, changed_by = :by, changed_at = :at
WHERE appointment_id = :appointmentId
