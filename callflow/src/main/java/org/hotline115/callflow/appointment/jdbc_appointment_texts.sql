-- Texts about appointments: V0810__reminder.sql.

-- name: count_plan
UPDATE appointment SET plans = plans + 1
WHERE appointment_id = :appointmentId
RETURNING plans

-- name: find_site
SELECT address, commune, address_is_secret FROM site
WHERE site_id = :siteId
