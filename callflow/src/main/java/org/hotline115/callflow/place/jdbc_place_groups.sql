-- name: list_place_groups
SELECT g.*, s.organisation, s.name AS site_name, s.commune, s.insee_code, s.address, s.address_is_secret, s.phone
FROM place_group g
JOIN site s USING (site_id)
WHERE g.departement = :departement
ORDER BY s.name, g.name

-- name: save_place_group
WITH added AS (
INSERT INTO place_group (
  place_group_id, site_id, departement, name, place_type, gender_rule, household_types, pets_allowed,
  access_reduced_mobility, night_only, arrival_until, capacity_installed, places_closed, closure_reason,
  stale_after_minutes)
VALUES (
  :placeGroupId, :siteId, :departement, :name, :placeType, :genderRule, string_to_array(:householdTypes, ' '),
  :petsAllowed, :access, :nightOnly, :arrivalUntil, :installed, :closed, :closureReason, :staleAfterMinutes)
ON CONFLICT (place_group_id) DO NOTHING
RETURNING place_group_id, places_closed, closure_reason
),
closed AS (
INSERT INTO place_closure (closure_id, place_group_id, places, reason, from_at, note, status, decided_by, decided_at)
SELECT gen_random_uuid(), place_group_id, places_closed, coalesce(closure_reason, 'OTHER'), now(), '', 'ACTIVE', 'house', now()
FROM added
WHERE places_closed > 0
)
SELECT count(*) FROM added

-- name: save_site
INSERT INTO site (site_id, organisation, name, commune, insee_code, address, address_is_secret, phone)
VALUES (:siteId, :organisation, :name, :commune, :inseeCode, :address, :addressIsSecret, :phone)
ON CONFLICT (site_id) DO NOTHING
