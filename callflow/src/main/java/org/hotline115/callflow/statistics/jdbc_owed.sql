-- name: owed_by_line
-- Promises that are owed now, spoken or written, from the oldest on.
SELECT
  line,
  count(*) AS owed,
  min(requested_at) AS oldest,
  count(*) FILTER (WHERE due_by < :now) AS late
FROM callback
WHERE status IN ('QUEUED', 'DIALLING')
GROUP BY line
