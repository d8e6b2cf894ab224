-- name: advance_request
UPDATE shelter_request
SET status = :status, unmet_reason = :unmetReason, decided_at = coalesce(:decidedAt, decided_at)
WHERE request_id = :requestId AND status = ANY (:before)

-- name: close_night
UPDATE shelter_request
SET status = 'UNDECIDED_AT_CUTOFF', decided_at = :at
WHERE night_of < :nightOf AND status IN ('OPEN', 'SEARCHING', 'OFFERED', 'ACCEPTED')

-- name: find_request
SELECT * FROM shelter_request WHERE contact_id = :contactId AND night_of = :nightOf

-- name: last_request
SELECT * FROM shelter_request WHERE caller_key = :callerKey ORDER BY requested_at DESC LIMIT 1

-- name: open_request
INSERT INTO shelter_request AS known (
  request_id, contact_id, caller_key, night_of, persons, minors, under3, household_type, pets, insee_code,
  requested_at, status)
VALUES (
  :requestId, :contactId, :callerKey, :nightOf, :persons, :minors, :under3, :householdType, :pets, :inseeCode,
  :at, 'OPEN')
ON CONFLICT (contact_id, night_of) DO UPDATE
SET persons = excluded.persons, minors = excluded.minors, under3 = excluded.under3,
  household_type = excluded.household_type, pets = excluded.pets, insee_code = excluded.insee_code
WHERE known.status IN ('OPEN', 'SEARCHING', 'OFFERED', 'ACCEPTED')

-- name: save_proposal
INSERT INTO proposal (
  proposal_id, request_id, place_group_id, night_of, persons, offered_at, offered_by, answer, answer_at, refusal_reason)
VALUES (
  :proposalId, :requestId, :placeGroupId, :nightOf, :persons, :offeredAt, :offeredBy, :answer, :answerAt, :refusalReason)
ON CONFLICT (proposal_id) DO UPDATE
SET answer = excluded.answer, answer_at = excluded.answer_at, refusal_reason = excluded.refusal_reason
WHERE proposal.answer IS NULL
