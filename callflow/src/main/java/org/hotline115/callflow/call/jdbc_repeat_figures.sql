-- name: repeat_figures
-- Unit: calls to us received in the period. Callers are counted by the key of their number, so calls
-- with a withheld number are received and not counted with the rest. A caller is joined when one of
-- us spoke with him in the period, on his call or on a callback.
WITH received AS (
  SELECT caller_key, answered_at FROM call
  WHERE NOT outbound AND received_at >= :from AND received_at < :until
), by_caller AS (
  SELECT caller_key, count(*) AS calls, count(answered_at) AS answers
  FROM received WHERE caller_key IS NOT NULL
  GROUP BY caller_key
), reached AS (
  SELECT DISTINCT caller_key FROM call
  WHERE outbound AND received_at >= CAST(:from AS timestamptz) - interval '1 day'
    AND reached_at >= :from AND reached_at < :until
)
SELECT
  (SELECT count(*) FROM received) AS received,
  COALESCE(sum(calls), 0)::bigint AS with_key,
  count(*) AS callers,
  count(*) FILTER (WHERE answers > 0 OR caller_key IN (SELECT caller_key FROM reached)) AS joined,
  COALESCE(max(calls), 0) AS most_of_one
FROM by_caller
