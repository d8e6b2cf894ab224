-- name: add_request
-- An earlier night that stayed open goes on here; its waiting counts.
WITH earlier AS (
  SELECT * FROM shelter_request
  WHERE (household_key = :householdKey OR contact_id = :contactId) AND status <> 'CANCELLED'
    AND night_of < :nightOf AND night_of >= CAST(:nightOf AS date) - 3
  ORDER BY night_of DESC
  LIMIT 1
),
kept AS (
  SELECT e.* FROM earlier e
  WHERE e.keep_open AND e.status <> 'MET'
    AND NOT EXISTS (SELECT 1 FROM shelter_request n WHERE n.previous_request_id = e.request_id)
)
INSERT INTO shelter_request (
  request_id, contact_id, caller_key, household_key, departement, night_of, persons, minors, under3, household_type,
  pets, youngest, oldest, reduced_mobility, not_separated, women_only, cots, way_minutes, insee_code, reasons,
  requested_at, status, previous_request_id, waiting_since, nights_without, keep_open)
SELECT :requestId, :contactId, :callerKey, :householdKey, :departement, :nightOf, :persons, :minors, :under3,
  :householdType, :pets, CAST(:youngest AS integer), CAST(:oldest AS integer), :reducedMobility, :notSeparated,
  :womenOnly, :cots, CAST(:wayMinutes AS integer), :inseeCode, CAST(:reasons AS text[]), :at, 'OPEN',
  (SELECT request_id FROM kept), coalesce((SELECT waiting_since FROM kept), :at),
  coalesce((
    SELECT nights_without + 1 FROM earlier
    WHERE night_of = CAST(:nightOf AS date) - 1
      AND (status NOT IN ('MET', 'UNMET') OR unmet_reason = ANY (:without))), 0),
  coalesce((SELECT keep_open FROM kept), false)
ON CONFLICT DO NOTHING

-- name: advance_request
UPDATE shelter_request
SET status = :status, decided_at = coalesce(:decidedAt, decided_at), unmet_reason = NULL, own_code = NULL, unmet_sub_reasons = '{}'
WHERE request_id = :requestId AND status = ANY (:before)

-- name: cancel_joined
UPDATE shelter_request
SET status = 'CANCELLED', unmet_reason = NULL, own_code = NULL, unmet_sub_reasons = '{}', decided_at = :at, decided_by = :by,
  keep_open = false
WHERE request_id = :requestId AND status IN ('OPEN', 'SEARCHING', 'OFFERED', 'ACCEPTED', 'UNMET')

-- name: close_night
UPDATE shelter_request
SET status = 'UNDECIDED_AT_CUTOFF', decided_at = :at
WHERE night_of < :nightOf AND status IN ('OPEN', 'SEARCHING', 'OFFERED', 'ACCEPTED')

-- name: find_by_code
SELECT * FROM shelter_request
WHERE night_of = :nightOf AND file_code = :fileCode AND status <> 'CANCELLED'
ORDER BY requested_at DESC
LIMIT 1

-- name: find_of_household
SELECT * FROM shelter_request
WHERE household_key = :householdKey AND night_of = :nightOf AND status <> 'CANCELLED'

-- name: find_request
SELECT r.*
FROM request_contact c
JOIN shelter_request r USING (request_id)
WHERE c.contact_id = :contactId AND c.night_of = :nightOf AND r.status <> 'CANCELLED'

-- name: follow_form
UPDATE shelter_request
SET persons = :persons, minors = :minors, under3 = :under3, household_type = :householdType, pets = :pets,
  youngest = :youngest, oldest = :oldest, reduced_mobility = :reducedMobility, not_separated = :notSeparated,
  women_only = :womenOnly, cots = :cots, way_minutes = :wayMinutes, insee_code = :inseeCode, reasons = CAST(:reasons AS text[])
WHERE request_id = :requestId AND contact_id = :contactId
  AND status IN ('OPEN', 'SEARCHING', 'OFFERED', 'ACCEPTED', 'UNMET')

-- name: last_request
SELECT * FROM shelter_request WHERE caller_key = :callerKey ORDER BY requested_at DESC LIMIT 1

-- name: lead_request
UPDATE shelter_request SET contact_id = :contactId, caller_key = coalesce(caller_key, :callerKey)
WHERE request_id = :requestId

-- name: link_contact
INSERT INTO request_contact (contact_id, night_of, request_id)
VALUES (:contactId, :nightOf, :requestId)
ON CONFLICT (contact_id, night_of) DO UPDATE SET request_id = excluded.request_id

-- name: lock_contact
SELECT pg_advisory_xact_lock(hashtextextended(CAST(:contactId AS text), 115))

-- name: read_request
SELECT * FROM shelter_request WHERE request_id = :requestId

-- name: save_proposal
INSERT INTO proposal (
  proposal_id, request_id, place_group_id, night_of, persons, offered_at, offered_by, answer, answer_at, refusal_reason)
VALUES (
  :proposalId, :requestId, :placeGroupId, :nightOf, :persons, :offeredAt, :offeredBy, :answer, :answerAt, :refusalReason)
ON CONFLICT (proposal_id) DO UPDATE
SET answer = excluded.answer, answer_at = excluded.answer_at, refusal_reason = excluded.refusal_reason
WHERE proposal.answer IS NULL
