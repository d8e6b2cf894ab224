-- name: carry_requests
-- Who wished to stay open and got nothing asks for the next night; once, whoever does it.
WITH kept AS (
  SELECT *
  FROM shelter_request r
  WHERE r.departement = :departement AND r.keep_open AND r.status IN ('UNMET', 'UNDECIDED_AT_CUTOFF')
    AND r.night_of < :nightOf AND r.night_of >= CAST(:nightOf AS date) - 3
    AND NOT EXISTS (SELECT 1 FROM shelter_request n WHERE n.previous_request_id = r.request_id)
    AND NOT EXISTS (
      SELECT 1 FROM shelter_request n
      WHERE n.household_key = r.household_key AND n.night_of > r.night_of AND n.status <> 'CANCELLED')
    AND NOT EXISTS (
      SELECT 1 FROM request_contact c WHERE c.contact_id = r.contact_id AND c.night_of > r.night_of)
  ORDER BY r.waiting_since
  LIMIT :most
  FOR UPDATE SKIP LOCKED
),
carried AS (
  INSERT INTO shelter_request (
    request_id, contact_id, caller_key, household_key, departement, night_of, persons, minors, under3, household_type,
    pets, youngest, oldest, reduced_mobility, not_separated, women_only, cots, way_minutes, insee_code, reasons,
    requested_at, status, previous_request_id, waiting_since, nights_without, keep_open,
    file_code)
  SELECT gen_random_uuid(), contact_id, caller_key, household_key, departement, :nightOf, persons, minors, under3,
    household_type, pets, youngest, oldest, reduced_mobility, not_separated, women_only, cots, way_minutes, insee_code,
    reasons, :at, 'OPEN', request_id, waiting_since,
    CASE WHEN status = 'UNDECIDED_AT_CUTOFF' OR unmet_reason = ANY (:without) THEN nights_without + 1 ELSE 0 END,
    true, file_code
  FROM kept
  ON CONFLICT DO NOTHING
  RETURNING request_id, contact_id, night_of
)
INSERT INTO request_contact (contact_id, night_of, request_id)
SELECT contact_id, night_of, request_id FROM carried
ON CONFLICT DO NOTHING

-- name: list_waiting
-- Nobody holds a place for them at this moment.
SELECT r.*
FROM shelter_request r
WHERE r.departement = :departement AND r.night_of = :nightOf
  AND (r.status IN ('OPEN', 'SEARCHING', 'OFFERED') OR r.status = 'UNMET' AND r.unmet_reason = ANY (:stillWaits))
  AND NOT EXISTS (
    SELECT 1
    FROM request_contact c
    JOIN place_hold h ON h.contact_id = c.contact_id
    WHERE c.request_id = r.request_id AND h.status = 'ACTIVE' AND h.night_of = :nightOf AND h.expires_at > :at)
ORDER BY r.waiting_since
LIMIT :most
