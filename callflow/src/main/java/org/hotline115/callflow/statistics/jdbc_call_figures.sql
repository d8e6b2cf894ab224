-- Indicators of telephony, domain.md 5.1, from the rows of calls and promises; what each sum means
-- is said in the records Outcomes, Waits, Callers, Promises and Handling. Calls that we make are in
-- none of them. Every sum is counted for the whole (key '*') and for each bucket (key '=' and its
-- name). Whole days are read, also for some hours of one: whether a caller was joined is asked of
-- the day.

-- name: call_figures
WITH day_calls AS (
  SELECT
    call.call_id, call.caller_key, call.received_at, call.enqueued_at, call.answered_at,
    call.rescue_rung_at, call.wait_seconds, call.talk_seconds, call.wrap_up_seconds,
    call.outcome IS NOT NULL AS is_over,
    call.received_at >= :from AND call.received_at < :until AS in_period,
    width_bucket(call.received_at, CAST(:days AS timestamptz[])) AS day,
    CASE :by
      WHEN 'TIME' THEN width_bucket(call.received_at, CAST(:buckets AS timestamptz[]))::text
      WHEN 'LANGUAGE' THEN COALESCE(call.language, '')
      WHEN 'LINE' THEN COALESCE(call.line, '')
      ELSE ''
    END AS bucket,
    CASE
      WHEN call.line = ANY(:testLines) THEN 'TEST'
      WHEN call.outcome IS NOT NULL THEN call.outcome
      WHEN call.answered_at IS NOT NULL THEN 'ANSWERED'
      WHEN call.state = 'HANDED_OFF' THEN 'IVR_EMERGENCY_HANDOFF'
      WHEN call.state IN ('WAITING', 'RINGING') THEN 'WAITING'
      ELSE 'IN_MENU'
    END AS became
  FROM call
  WHERE NOT call.outbound AND call.received_at >= :dayFrom AND call.received_at < :dayUntil
    AND (CAST(:line AS text) IS NULL OR call.line = :line)
), received AS (
  SELECT * FROM day_calls WHERE became NOT IN ('TEST', 'IN_MENU')
), first_call AS (
  SELECT day, caller_key, min(received_at) AS at FROM received
  WHERE caller_key IS NOT NULL
  GROUP BY day, caller_key
), spoken_with AS (
  SELECT day, caller_key, answered_at AS at FROM received
  WHERE became = 'ANSWERED' AND caller_key IS NOT NULL
  UNION ALL
  SELECT
    width_bucket(callback.closed_at, CAST(:days AS timestamptz[])),
    COALESCE(origin.caller_key, callback.caller_key),
    callback.closed_at
  FROM callback
  LEFT JOIN call AS origin ON origin.call_id = callback.from_call
  WHERE callback.status = 'REACHED' AND callback.channel = 'VOICE'
    AND callback.closed_at >= :dayFrom AND callback.closed_at < :dayUntil
    AND (CAST(:line AS text) IS NULL OR callback.line = :line)
    AND callback.line <> ALL(:testLines)
), joined AS (
  SELECT day, caller_key, first_call.at AS first_at, min(spoken_with.at) AS at
  FROM first_call JOIN spoken_with USING (day, caller_key)
  WHERE spoken_with.at >= first_call.at
  GROUP BY day, caller_key, first_call.at
), effort AS (
  SELECT
    joined.day, joined.caller_key,
    count(*) AS attempts,
    floor(extract(epoch FROM joined.at - joined.first_at)) AS seconds
  FROM joined
  JOIN received ON received.day = joined.day AND received.caller_key = joined.caller_key
    AND received.received_at <= joined.at
  GROUP BY joined.day, joined.caller_key, joined.at, joined.first_at
), caller_days AS (
  SELECT
    CASE WHEN GROUPING(bucket) = 1 THEN '*' ELSE '=' || bucket END AS key,
    day, caller_key, count(*) AS calls
  FROM received
  WHERE in_period AND caller_key IS NOT NULL
  GROUP BY GROUPING SETS ((day, caller_key), (bucket, day, caller_key))
), caller_sums AS (
  SELECT
    key,
    sum(calls)::bigint AS with_key,
    count(*) AS callers,
    count(effort.attempts) AS joined,
    max(calls) AS most_of_one,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY effort.attempts) AS attempts,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY effort.seconds) AS seconds_to_reach
  FROM caller_days LEFT JOIN effort USING (day, caller_key)
  GROUP BY key
), call_sums AS (
  SELECT
    CASE WHEN GROUPING(bucket) = 1 THEN '*' ELSE '=' || bucket END AS key,
    count(*) FILTER (WHERE became = 'TEST') AS test,
    count(*) FILTER (WHERE became = 'IN_MENU') AS in_menu,
    count(*) FILTER (WHERE became NOT IN ('TEST', 'IN_MENU')) AS received,
    count(*) FILTER (WHERE became = 'BLOCKED_FULL') AS blocked_full,
    count(*) FILTER (WHERE became = 'BLOCKED_TECH') AS blocked_tech,
    count(*) FILTER (WHERE became = 'IVR_ONLY') AS ivr_only,
    count(*) FILTER (WHERE became = 'IVR_EMERGENCY_HANDOFF') AS handed_off,
    count(*) FILTER (WHERE became = 'ANSWERED') AS answered,
    count(*) FILTER (WHERE became = 'ABANDONED_SHORT') AS abandoned_short,
    count(*) FILTER (WHERE became = 'ABANDONED') AS abandoned,
    count(*) FILTER (WHERE became = 'LEFT_FOR_CALLBACK') AS left_for_callback,
    count(*) FILTER (WHERE became = 'TIMED_OUT') AS timed_out,
    count(*) FILTER (WHERE became = 'EXIT_EMPTY') AS exit_empty,
    count(*) FILTER (WHERE became = 'WAITING') AS waiting,
    count(wait_seconds) FILTER (WHERE became = 'ANSWERED') AS waits_known,
    sum(wait_seconds) FILTER (WHERE became = 'ANSWERED') AS answered_wait,
    count(*) FILTER (WHERE became = 'ANSWERED' AND wait_seconds <= :serviceLevel) AS within_level,
    percentile_cont(0.5) WITHIN GROUP (
      ORDER BY CASE WHEN became = 'ANSWERED' THEN wait_seconds END) AS median_wait,
    percentile_cont(0.9) WITHIN GROUP (
      ORDER BY CASE WHEN became = 'ANSWERED' THEN wait_seconds END) AS p90_wait,
    count(wait_seconds) FILTER (WHERE became = 'ABANDONED') AS abandon_waits_known,
    sum(wait_seconds) FILTER (WHERE became = 'ABANDONED') AS abandon_wait,
    max(wait_seconds) FILTER (WHERE became IN (
      'ANSWERED', 'ABANDONED_SHORT', 'ABANDONED', 'LEFT_FOR_CALLBACK', 'TIMED_OUT', 'EXIT_EMPTY'))
      AS longest_wait,
    max(floor(extract(epoch FROM CAST(:asOf AS timestamptz) - enqueued_at)))
      FILTER (WHERE became = 'WAITING') AS longest_now,
    count(*) FILTER (WHERE became = 'ANSWERED' AND is_over) AS answers_over,
    sum(talk_seconds) FILTER (WHERE became = 'ANSWERED' AND is_over) AS talk,
    sum(wrap_up_seconds) FILTER (WHERE became = 'ANSWERED' AND is_over) AS wrap_up,
    count(*) FILTER (WHERE became = 'ANSWERED' AND rescue_rung_at >= answered_at) AS to_rescue,
    count(contact.call_id) FILTER (WHERE became = 'ANSWERED') AS with_contact,
    count(kept.from_call) FILTER (
      WHERE became NOT IN ('TEST', 'IN_MENU', 'ANSWERED', 'IVR_ONLY')) AS served
  FROM day_calls
  LEFT JOIN contact ON contact.call_id = day_calls.call_id AND contact.closed_at IS NOT NULL
  LEFT JOIN callback AS kept ON kept.from_call = day_calls.call_id
    AND kept.status IN ('REACHED', 'MERGED') AND kept.channel = 'VOICE'
  WHERE in_period
  GROUP BY GROUPING SETS ((), (bucket))
), due AS (
  SELECT
    CASE :by
      WHEN 'TIME' THEN width_bucket(due_by, CAST(:buckets AS timestamptz[]))::text
      WHEN 'LANGUAGE' THEN language
      WHEN 'LINE' THEN line
      ELSE ''
    END AS bucket,
    status <> 'CANCELLED_BY_CALLER' AND channel = 'VOICE' AS counts,
    status IN ('REACHED', 'MERGED') AS reached,
    closed_at <= due_by AS on_time
  FROM callback
  WHERE due_by >= :from AND due_by < :until AND due_by < :asOf
    AND (CAST(:line AS text) IS NULL OR line = :line) AND line <> ALL(:testLines)
), due_sums AS (
  SELECT
    CASE WHEN GROUPING(bucket) = 1 THEN '*' ELSE '=' || bucket END AS key,
    count(*) FILTER (WHERE counts) AS due,
    count(*) FILTER (WHERE counts AND reached) AS reached,
    count(*) FILTER (WHERE counts AND reached AND on_time) AS on_time,
    count(*) FILTER (WHERE NOT counts) AS left_out
  FROM due
  GROUP BY GROUPING SETS ((), (bucket))
)
SELECT * FROM call_sums FULL JOIN due_sums USING (key) LEFT JOIN caller_sums USING (key)
