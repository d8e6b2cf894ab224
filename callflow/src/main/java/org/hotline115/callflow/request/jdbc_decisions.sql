-- name: decide_goes_on
UPDATE shelter_request
SET status = CASE WHEN status IN ('OPEN', 'UNMET') THEN 'SEARCHING' ELSE status END,
  unmet_reason = NULL, own_code = NULL, unmet_sub_reasons = '{}', search_goes_on = true, keep_open = :keepOpen,
  decided_at = NULL, decided_by = :by
WHERE request_id = :requestId AND status IN ('OPEN', 'SEARCHING', 'OFFERED', 'ACCEPTED', 'UNMET')

-- name: decide_unmet
UPDATE shelter_request
SET status = 'UNMET', unmet_reason = :reason, own_code = :ownCode, unmet_sub_reasons = CAST(:subReasons AS text[]),
  search_goes_on = false, keep_open = :keepOpen, decided_at = :at, decided_by = :by
WHERE request_id = :requestId AND status IN ('OPEN', 'SEARCHING', 'OFFERED', 'ACCEPTED', 'UNMET')
