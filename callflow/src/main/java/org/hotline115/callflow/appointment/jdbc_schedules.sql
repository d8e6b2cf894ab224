-- name: begin_schedule
INSERT INTO schedule (
  schedule_id, site_id, service, kind, rule, valid_from, valid_until, closed_on, holidays,
  opens_at, closes_at, slot_minutes, capacity, languages, zone, decided_by, decided_at)
VALUES (
  :scheduleId, :siteId, :service, :kind, :rule, :validFrom, :validUntil,
  CAST(string_to_array(:closedOn, ' ') AS date[]), :holidays,
  :opensAt, :closesAt, :slotMinutes, :capacity, string_to_array(:languages, ' '), :zone, :by, :at)
ON CONFLICT (schedule_id) DO NOTHING

-- name: close_day
UPDATE schedule SET closed_on = ARRAY(SELECT DISTINCT unnest(closed_on || CAST(:day AS date)) ORDER BY 1)
WHERE schedule_id = :scheduleId

-- name: end_schedule
UPDATE schedule SET valid_until = :lastDay
WHERE schedule_id = :scheduleId

-- name: find_schedule
SELECT *, array_to_string(closed_on, ' ') AS closed_days, array_to_string(languages, ' ') AS spoken
FROM schedule
WHERE schedule_id = :scheduleId

-- name: list_expected
SELECT starts_at
FROM appointment
WHERE schedule_id = :scheduleId AND starts_at > :now AND status IN ('BOOKED', 'CONFIRMED')

-- name: list_schedules
SELECT *, array_to_string(closed_on, ' ') AS closed_days, array_to_string(languages, ' ') AS spoken
FROM schedule
WHERE valid_until IS NULL OR valid_until >= :from
ORDER BY site_id, opens_at, schedule_id
LIMIT :most

-- name: list_sites
SELECT site_id, name, commune FROM site
WHERE NOT address_is_secret
ORDER BY name, site_id
LIMIT :most

-- name: lock_schedule
SELECT *, array_to_string(closed_on, ' ') AS closed_days, array_to_string(languages, ' ') AS spoken
FROM schedule
WHERE schedule_id = :scheduleId
FOR NO KEY UPDATE

-- name: open_day
UPDATE schedule SET closed_on = array_remove(closed_on, CAST(:day AS date))
WHERE schedule_id = :scheduleId

-- name: site_exists
SELECT EXISTS (SELECT 1 FROM site WHERE site_id = :siteId AND NOT address_is_secret)
