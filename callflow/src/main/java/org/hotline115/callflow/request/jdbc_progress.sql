-- name: progress_of_caller
-- One row when this telephone has exactly one request tonight and is known to be nobody else's: several
-- requests or several persons behind a number, or a "no" of anybody who uses it, and nothing is said.
SELECT CASE
    WHEN status = 'MET' THEN 'ANSWERED' ELSE 'STANDS' END
FROM shelter_request AS request
WHERE caller_key = :callerKey AND night_of = :nightOf
  AND (status IN ('OPEN', 'SEARCHING', 'OFFERED', 'ACCEPTED', 'MET')
       OR (status = 'UNMET' AND (keep_open OR search_goes_on)))
  AND NOT EXISTS (
    SELECT 1 FROM shelter_request AS other
    WHERE other.caller_key = request.caller_key AND other.night_of = request.night_of
      AND other.status <> 'CANCELLED' AND other.request_id <> request.request_id)
  AND NOT EXISTS (SELECT 1 FROM unsafe_number WHERE caller_key = :callerKey)
  AND (SELECT count(*) FROM person_number WHERE caller_key = :callerKey) < 2

-- name: progress_of_keyed_code
-- A code such as A4F7 is keyed 2437 on a telephone.
SELECT DISTINCT CASE
    WHEN status = 'MET' THEN 'ANSWERED' ELSE 'STANDS' END
FROM shelter_request
WHERE night_of = :nightOf
  AND translate(file_code, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '22233344455566677778889999') = :digits
  AND (status IN ('OPEN', 'SEARCHING', 'OFFERED', 'ACCEPTED', 'MET')
       OR (status = 'UNMET' AND (keep_open OR search_goes_on)))
