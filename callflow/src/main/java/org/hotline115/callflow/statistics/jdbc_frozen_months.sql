-- name: begin_version
INSERT INTO frozen_month (
  month, version, zone, service_level_seconds, frozen_at, frozen_by, reason)
VALUES (:month, :version, :zone, :serviceLevel, :at, :by, :reason)
ON CONFLICT DO NOTHING

-- name: figures_of
SELECT line, code, formula_version, value, rows_used, rows_excluded
FROM indicator_snapshot
WHERE month = :month AND version = :version
ORDER BY line, code

-- name: keep_figure
INSERT INTO indicator_snapshot (
  month, version, line, code, formula_version, value, rows_used, rows_excluded)
VALUES (:month, :version, :line, :code, :formula, :value, :used, :excluded)

-- name: last_version
SELECT version, frozen_at, frozen_by, reason FROM frozen_month
WHERE month = :month
ORDER BY version DESC
LIMIT 1
