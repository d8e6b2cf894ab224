-- name: list_travel_times
SELECT site_id, mode, minutes, source
FROM travel_time
WHERE from_insee_code = :fromInsee
ORDER BY site_id, mode
