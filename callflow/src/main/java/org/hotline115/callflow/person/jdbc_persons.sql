-- Persons, their numbers and their contacts: V0820__person.sql.

-- name: add_name_key
INSERT INTO person_name_key (person_id, kind, key) VALUES (:personId, :kind, :key)
ON CONFLICT DO NOTHING

-- name: add_number
INSERT INTO person_number (
  number_id, person_id, caller_key, safe_to_text, safe_to_call, added_at, added_by, by_contact_id)
VALUES (
  :numberId, :personId, :callerKey, CAST(:safeToText AS boolean), CAST(:safeToCall AS boolean), :at, :by,
  CAST(:contactId AS uuid))
ON CONFLICT DO NOTHING

-- name: add_person
INSERT INTO person (
  person_id, version, identity_quality, first_name, last_name, pseudonym, birth_year, gender, language,
  created_at, created_by, changed_at)
VALUES (
  :personId, 1, :identityQuality, :firstName, :lastName, :pseudonym, CAST(:birthYear AS integer), :gender,
  CAST(:language AS text), :at, :by, :at)
ON CONFLICT (person_id) DO NOTHING

-- name: change_number
UPDATE person_number
SET safe_to_text = CAST(:safeToText AS boolean), safe_to_call = CAST(:safeToCall AS boolean)
WHERE number_id = :numberId AND person_id = :personId

-- name: change_person
UPDATE person
SET version = version + 1, identity_quality = :identityQuality, first_name = :firstName, last_name = :lastName,
  pseudonym = :pseudonym, birth_year = CAST(:birthYear AS integer), gender = :gender,
  language = CAST(:language AS text), changed_at = :at
WHERE person_id = :personId AND version = :version

-- name: find_linked
SELECT person_id FROM contact_person WHERE contact_id = :contactId

-- name: find_number
SELECT person_id FROM person_number WHERE number_id = :numberId

-- name: find_person
SELECT * FROM person WHERE person_id = :personId

-- name: forget_name_keys
DELETE FROM person_name_key WHERE person_id = :personId

-- name: is_expected_at_appointment
SELECT EXISTS (
  SELECT 1 FROM appointment a JOIN contact_person c USING (contact_id)
  WHERE a.appointment_id = :subject AND c.person_id = :personId AND a.status NOT IN ('EXCUSED', 'REVOKED'))

-- name: is_expected_at_place
SELECT EXISTS (
  SELECT 1 FROM placement p JOIN contact_person c USING (contact_id)
  WHERE p.placement_id = :subject AND c.person_id = :personId
    AND p.status IN ('EXPECTED', 'TO_CHECK', 'ARRIVED'))

-- name: last_contact_at
SELECT max(c.opened_at)
FROM contact_person l JOIN contact c USING (contact_id)
WHERE l.person_id = :personId

-- name: link_contact
INSERT INTO contact_person (contact_id, person_id, linked_at, linked_by)
VALUES (:contactId, :personId, :at, :by)
ON CONFLICT (contact_id) DO UPDATE
SET person_id = EXCLUDED.person_id, linked_at = EXCLUDED.linked_at, linked_by = EXCLUDED.linked_by
WHERE contact_person.person_id <> EXCLUDED.person_id

-- name: numbers_of_person
SELECT n.*, c.sealed_number,
  (SELECT count(*) FROM person_number o WHERE o.caller_key = n.caller_key) AS persons
FROM person_number n
LEFT JOIN caller c USING (caller_key)
WHERE n.person_id = :personId
ORDER BY n.added_at, n.number_id

-- name: take_number_away
DELETE FROM person_number WHERE number_id = :numberId AND person_id = :personId

-- name: take_numbers_of_contact_away
DELETE FROM person_number WHERE by_contact_id = :contactId

-- name: unlink_contact
DELETE FROM contact_person WHERE contact_id = :contactId
