-- Who is answered in writing: V0805__text_call.sql.

-- name: is_writing
SELECT EXISTS (
  SELECT 1 FROM callback
  LEFT JOIN call AS placed
    ON placed.call_id = 'cb-' || callback.callback_id || '-' || callback.placement
  WHERE callback.caller_key = :callerKey AND callback.channel = 'TEXT'
    AND (callback.closed_at IS NULL OR (callback.status = 'REACHED' AND placed.outcome IS NULL)))
