-- Seats that were offered: V0836__waiting_list.sql. An answer that came in time counts, also when it
-- is read late: no offer lapses while an older text of its person is unread.

-- name: by_phone_after_all
UPDATE slot_offer SET number_key = NULL, by_phone = 'REFUSED' WHERE offer_id = :offerId

-- name: end_offer
UPDATE slot_offer SET status = :status, ended_at = :at, ended_by = :by, answered_with = :answeredWith,
  appointment_id = CAST(:appointmentId AS uuid)
WHERE offer_id = :offerId AND status = 'OPEN'

-- name: find_offer
SELECT * FROM slot_offer WHERE offer_id = :offerId

-- name: insert_offer
INSERT INTO slot_offer (offer_id, wait_id, schedule_id, starts_at, ends_at, zone, number_key, by_phone,
  offered_by, offered_at, answer_before, status)
VALUES (:offerId, :waitId, :scheduleId, :startsAt, :endsAt, :zone, :numberKey, :byPhone,
  :by, :at, :answerBefore, 'OPEN')

-- name: list_asked_by_text
SELECT o.* FROM slot_offer o JOIN message m ON m.appointment_id = o.offer_id
WHERE o.number_key = :numberKey AND o.offered_at > :after AND m.first_tried_at IS NOT NULL
ORDER BY o.offered_at, o.offer_id
LIMIT :most

-- name: list_lapsed
SELECT o.offer_id FROM slot_offer o
WHERE o.status = 'OPEN' AND o.answer_before <= :now
  AND NOT EXISTS (
    SELECT 1 FROM inbound_text i
    WHERE i.sender_key = o.number_key AND i.status = 'RECEIVED' AND i.received_at < o.answer_before)
ORDER BY o.answer_before, o.offer_id
LIMIT :most

-- name: list_open
SELECT o.* FROM slot_offer o JOIN waiting w USING (wait_id)
WHERE w.site_id = :siteId AND o.status = 'OPEN'
ORDER BY o.answer_before, o.offer_id
LIMIT :most

-- name: other_question_waits
SELECT EXISTS (
  SELECT 1 FROM appointment a JOIN message m ON m.appointment_id = a.appointment_id
  WHERE a.number_key = :numberKey AND a.status = 'BOOKED' AND a.starts_at > :now
    AND m.recipient_key = a.number_key AND m.template = 'APPT_REMINDER_48H'
    AND m.first_tried_at IS NOT NULL)

-- name: reminded_since
SELECT EXISTS (
  SELECT 1 FROM slot_offer o
  JOIN message offered ON offered.appointment_id = o.offer_id
  JOIN appointment a ON a.number_key = o.number_key
  JOIN message m ON m.appointment_id = a.appointment_id
  WHERE o.offer_id = :offerId AND a.starts_at > :now AND a.status IN ('BOOKED', 'CONFIRMED')
    AND m.template = 'APPT_REMINDER_48H' AND m.first_tried_at > offered.first_tried_at)

-- name: was_told
SELECT EXISTS (
  SELECT 1 FROM message
  WHERE appointment_id = :offerId AND status IN ('SENT', 'DELIVERED'))
