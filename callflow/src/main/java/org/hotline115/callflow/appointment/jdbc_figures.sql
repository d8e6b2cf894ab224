-- Indicators of appointments and their texts, domain.md 5.4. Of a time: the appointments that begin
-- in it, the texts that were written in it.

-- name: count_appointments
WITH mine AS (
  SELECT a.*,
    a.ends_at <= :now AND a.status IN ('BOOKED', 'CONFIRMED', 'ARRIVED') AS unknown_past,
    EXISTS (
      SELECT 1 FROM message m
      WHERE m.appointment_id = a.appointment_id AND m.status = 'DELIVERED'
        AND m.template LIKE 'APPT_REMINDER%') AS reminded,
    a.sms_agreed AND a.discretion <> 'NONE' AS eligible
  FROM appointment a
  WHERE a.starts_at >= :from AND a.starts_at < :until)
SELECT
  count(*) FILTER (WHERE kind = 'APPOINTMENT' AND status = 'SEEN') AS seen,
  count(*) FILTER (WHERE status = 'NOSHOW') AS missed,
  count(*) FILTER (WHERE status = 'EXCUSED') AS excused,
  count(*) FILTER (WHERE status = 'EXCUSED' AND changed_at <= starts_at - interval '4 hours')
    AS excused_early,
  count(*) FILTER (WHERE unknown_past) AS unknown_past,
  count(*) FILTER (WHERE kind = 'APPOINTMENT' AND ends_at <= :now) AS past,
  count(*) FILTER (WHERE kind = 'WALK_IN' AND status = 'SEEN') AS walk_ins,
  count(*) FILTER (WHERE kind = 'APPOINTMENT' AND status IN ('EXCUSED', 'REVOKED')) AS cancelled,
  count(*) FILTER (WHERE kind = 'APPOINTMENT' AND status IN ('EXCUSED', 'REVOKED') AND EXISTS (
    SELECT 1 FROM appointment next
    WHERE next.schedule_id = mine.schedule_id AND next.starts_at = mine.starts_at
      AND next.seat = mine.seat AND next.appointment_id <> mine.appointment_id
      AND (next.booked_at >= mine.changed_at OR next.moves > 0))) AS recovered,
  percentile_cont(0.5) WITHIN GROUP (
    ORDER BY CASE WHEN kind = 'APPOINTMENT'
      THEN extract(epoch FROM starts_at - booked_at) / 86400 END) AS lead_days,
  count(*) FILTER (WHERE reminded AND kind = 'APPOINTMENT' AND status = 'SEEN') AS reminded_seen,
  count(*) FILTER (WHERE reminded AND status = 'NOSHOW') AS reminded_missed,
  count(*) FILTER (WHERE eligible AND NOT reminded AND kind = 'APPOINTMENT' AND status = 'SEEN')
    AS unreminded_seen,
  count(*) FILTER (WHERE eligible AND NOT reminded AND status = 'NOSHOW') AS unreminded_missed
FROM mine

-- name: count_texts
SELECT
  count(*) FILTER (WHERE status = 'DELIVERED') AS delivered,
  count(*) FILTER (WHERE status IN ('DELIVERED', 'UNDELIVERED', 'FAILED')
    OR (status = 'SENT' AND sent_at < CAST(:now AS timestamptz) - interval '24 hours')) AS judged,
  count(*) FILTER (WHERE template = 'APPT_REMINDER_48H' AND status = 'DELIVERED') AS asked,
  count(DISTINCT appointment_id) FILTER (WHERE template IN ('APPT_ACK_YES', 'APPT_ACK_NO'))
    AS answered,
  count(DISTINCT recipient_key) FILTER (WHERE sent_at IS NOT NULL) AS recipients,
  (SELECT count(DISTINCT recipient_key) FROM sms_opt_out WHERE at >= :from AND at < :until)
    AS refused
FROM message
WHERE created_at >= :from AND created_at < :until
