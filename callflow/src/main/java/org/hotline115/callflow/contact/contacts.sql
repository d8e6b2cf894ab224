-- The contacts of V0051__contact.sql.

-- name: contact_of_call
SELECT * FROM contact WHERE call_id = :callId

-- name: contacts_of_caller
SELECT * FROM contact WHERE caller_key = :callerKey ORDER BY opened_at DESC LIMIT :limit

-- name: find_contact
SELECT * FROM contact WHERE contact_id = :contactId

-- name: insert_contact
INSERT INTO contact (
  contact_id, call_id, caller_key, agent, version, opened_at, saved_at, closed_at,
  channel, caller_kind, kinds, household_type, adults, minors, under_3, pets, youngest, oldest,
  reduced_mobility, not_separated, women_only, cots, way_minutes, insee_code,
  place_text, last_night, needs, person_wish, pseudonym, sms_agreed, discretion, language,
  next_step, result, note_text)
VALUES (
  :contactId, :callId, :callerKey, :agent, :version, :openedAt, :savedAt, :closedAt,
  :channel, :caller_kind, CAST(:kinds AS text[]), :household_type, :adults, :minors, :under_3, :pets, :youngest, :oldest,
  :reduced_mobility, :not_separated, :women_only, :cots, :way_minutes, :insee_code,
  :place_text, :last_night, CAST(:needs AS text[]), :person_wish, :pseudonym, :sms_agreed, :discretion, :language,
  :next_step, :result, :note_text)
ON CONFLICT DO NOTHING

-- name: language_of_caller
SELECT language FROM contact
WHERE caller_key = :callerKey AND caller_kind IN ('SELF', 'RELATIVE') AND language IS NOT NULL
ORDER BY opened_at DESC
LIMIT 1

-- name: open_contacts_of_agent
SELECT * FROM contact WHERE agent = :agent AND closed_at IS NULL ORDER BY opened_at

-- name: update_contact
UPDATE contact SET
  agent = :agent, version = :version, saved_at = :savedAt, closed_at = :closedAt,
  channel = :channel, caller_kind = :caller_kind, kinds = CAST(:kinds AS text[]),
  household_type = :household_type, adults = :adults, minors = :minors, under_3 = :under_3,
  pets = :pets, youngest = :youngest, oldest = :oldest, reduced_mobility = :reduced_mobility,
  not_separated = :not_separated, women_only = :women_only, cots = :cots,
  way_minutes = :way_minutes, insee_code = :insee_code, place_text = :place_text, last_night = :last_night,
  needs = CAST(:needs AS text[]), person_wish = :person_wish, pseudonym = :pseudonym, sms_agreed = :sms_agreed,
  discretion = :discretion, language = :language, next_step = :next_step, result = :result,
  note_text = :note_text
WHERE contact_id = :contactId AND version = :version - 1
