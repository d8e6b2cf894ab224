-- Households: V0846__household.sql. Persons are those in whose file they are read (person_root): a
-- merge moves nothing here, so undoing it moves nothing either.

-- name: add_household
INSERT INTO household (
  household_id, version, household_type, adults, minors, under_3, pets, created_at, created_by, changed_at, changed_by)
VALUES (:householdId, 1, :type, :adults, :minors, :under3, :pets, :at, :by, :at, :by)
ON CONFLICT (household_id) DO NOTHING

-- name: add_member
INSERT INTO household_member (member_id, household_id, person_id, role, from_on, noted_at, noted_by)
VALUES (:memberId, :householdId, :personId, :role, :from, :at, :by)

-- name: add_referent
INSERT INTO referent_assignment (referent_id, household_id, agent, agreed_by_person, from_at, from_by)
VALUES (:referentId, :householdId, :agent, true, :at, :by)

-- name: change_household
UPDATE household
SET version = version + 1, household_type = :type, adults = :adults, minors = :minors, under_3 = :under3,
  pets = :pets, changed_at = :at, changed_by = :by
WHERE household_id = :householdId AND version = :version

-- name: end_memberships
-- Two persons read in one file may each have been noted in a household: both end.
UPDATE household_member
SET to_on = greatest(from_on, CAST(:on AS date)), ended_at = :at, ended_by = :by
WHERE person_id IN (SELECT person_file(:personId)) AND to_on IS NULL

-- name: end_referent
UPDATE referent_assignment SET to_at = :at, to_by = :by, reason_end = :reason
WHERE household_id = :householdId AND to_at IS NULL

-- name: find_household_of
-- Of two that a merge brought together, the one that was joined last.
SELECT h.* FROM household_member m JOIN household h USING (household_id)
WHERE m.person_id IN (SELECT person_file(:personId)) AND m.to_on IS NULL
ORDER BY m.from_on DESC, m.noted_at DESC, m.member_id DESC
LIMIT 1

-- name: find_member
SELECT m.*, person_root(m.person_id) AS root_id FROM household_member m WHERE m.member_id = :memberId

-- name: find_referent
SELECT * FROM referent_assignment WHERE household_id = :householdId AND to_at IS NULL

-- name: is_agent
SELECT EXISTS (SELECT 1 FROM account WHERE agent = :agent AND role <> 'PLACE_MANAGER')

-- name: is_this_referent
SELECT household_id = :householdId AND agent = :agent FROM referent_assignment WHERE referent_id = :referentId

-- name: last_day_of
-- Before it they cannot join another: when they came to the one they are in, or left the last.
SELECT max(coalesce(to_on, from_on)) FROM household_member WHERE person_id IN (SELECT person_file(:personId))

-- name: list_earlier
SELECT m.household_id, h.household_type, m.role, m.from_on, m.to_on
FROM household_member m JOIN household h USING (household_id)
WHERE m.person_id IN (SELECT person_file(:personId)) AND m.to_on IS NOT NULL
ORDER BY m.to_on DESC, m.from_on DESC, m.member_id
LIMIT :most

-- name: list_members
-- Whom a merge has shown to be in another household since, or twice in this one, is not here.
WITH known AS (
  SELECT m.*, person_root(m.person_id) AS root_id FROM household_member m WHERE m.household_id = :householdId
)
SELECT * FROM known k
WHERE k.to_on IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM household_member o
  WHERE o.to_on IS NULL AND o.person_id IN (SELECT person_file(k.root_id))
    AND (o.from_on, o.noted_at, o.member_id) > (k.from_on, k.noted_at, k.member_id))
ORDER BY k.to_on DESC NULLS FIRST, k.from_on, k.noted_at, k.member_id
LIMIT :most

-- name: list_referents
SELECT agent, display_name FROM account WHERE role <> 'PLACE_MANAGER' ORDER BY display_name, agent

-- name: lock_household
SELECT household_id FROM household WHERE household_id = :householdId FOR UPDATE

-- name: lock_person
SELECT person_id FROM person WHERE person_id = person_root(:personId) FOR UPDATE
