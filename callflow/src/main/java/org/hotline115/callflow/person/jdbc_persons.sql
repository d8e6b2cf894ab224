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
WHERE person_id IN (SELECT person_file(:personId))
  AND caller_key = (
    SELECT caller_key FROM person_number
    WHERE number_id = :numberId AND person_id IN (SELECT person_file(:personId)))

-- name: change_person
UPDATE person
SET version = version + 1, identity_quality = :identityQuality, first_name = :firstName, last_name = :lastName,
  pseudonym = :pseudonym, birth_year = CAST(:birthYear AS integer), gender = :gender,
  language = CAST(:language AS text), changed_at = :at
WHERE person_id = :personId AND version = :version

-- name: find_linked
SELECT person_root(person_id) FROM contact_person WHERE contact_id = :contactId

-- name: find_person
-- In whose file they are read: a merged person answers with that one.
SELECT * FROM person WHERE person_id = person_root(:personId)

-- name: forget_name_keys
DELETE FROM person_name_key WHERE person_id = :personId

-- name: is_expected_at_appointment
SELECT EXISTS (
  SELECT 1 FROM appointment a JOIN contact_person c USING (contact_id)
  WHERE a.appointment_id = :subject AND c.person_id IN (SELECT person_file(person_root(:personId))) AND a.status NOT IN ('EXCUSED', 'REVOKED'))

-- name: is_expected_at_place
SELECT EXISTS (
  SELECT 1 FROM placement p JOIN contact_person c USING (contact_id)
  WHERE p.placement_id = :subject AND c.person_id IN (SELECT person_file(person_root(:personId)))
    AND p.status IN ('EXPECTED', 'TO_CHECK', 'ARRIVED'))

-- name: link_contact
INSERT INTO contact_person (contact_id, person_id, linked_at, linked_by)
VALUES (:contactId, :personId, :at, :by)
ON CONFLICT (contact_id) DO UPDATE
SET person_id = EXCLUDED.person_id, linked_at = EXCLUDED.linked_at, linked_by = EXCLUDED.linked_by
WHERE contact_person.person_id <> EXCLUDED.person_id

-- name: numbers_of_person
-- Two merged persons may have the same one: it is shown once, and one "no" is a no.
SELECT (array_agg(n.number_id ORDER BY n.added_at, n.number_id))[1] AS number_id, n.caller_key, c.sealed_number,
  CASE WHEN bool_or(n.safe_to_text IS FALSE) THEN false WHEN bool_or(n.safe_to_text) THEN true END AS safe_to_text,
  CASE WHEN bool_or(n.safe_to_call IS FALSE) THEN false WHEN bool_or(n.safe_to_call) THEN true END AS safe_to_call,
  min(n.added_at) AS added_at,
  (SELECT count(DISTINCT person_root(o.person_id)) FROM person_number o WHERE o.caller_key = n.caller_key) AS persons
FROM person_number n
LEFT JOIN caller c USING (caller_key)
WHERE n.person_id IN (SELECT person_file(:personId))
GROUP BY n.caller_key, c.sealed_number
ORDER BY added_at, number_id

-- name: show_persons
SELECT p.*, (
    SELECT max(c.opened_at)
    FROM contact_person l JOIN contact c USING (contact_id)
    WHERE l.person_id IN (SELECT person_file(p.person_id))) AS last_contact_at
FROM person p
WHERE p.person_id = ANY (:personIds)

-- name: take_number_away
DELETE FROM person_number
WHERE person_id IN (SELECT person_file(:personId))
  AND caller_key = (
    SELECT caller_key FROM person_number
    WHERE number_id = :numberId AND person_id IN (SELECT person_file(:personId)))

-- name: take_numbers_of_contact_away
DELETE FROM person_number WHERE by_contact_id = :contactId

-- name: unlink_contact
DELETE FROM contact_person WHERE contact_id = :contactId
