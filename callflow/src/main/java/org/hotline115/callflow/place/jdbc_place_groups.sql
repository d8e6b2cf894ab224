-- name: list_place_groups
SELECT g.*, s.organisation, s.name AS site_name, s.commune, s.insee_code, s.address, s.address_is_secret, s.phone
FROM place_group g
JOIN site s USING (site_id)
WHERE g.departement = :departement
ORDER BY s.name, g.name

-- name: save_place_group
INSERT INTO place_group (
  place_group_id, site_id, departement, name, place_type, gender_rule, household_types, pets_allowed,
  access_reduced_mobility, night_only, arrival_until, capacity_installed, places_closed, closure_reason,
  stale_after_minutes)
VALUES (
  :placeGroupId, :siteId, :departement, :name, :placeType, :genderRule, string_to_array(:householdTypes, ' '),
  :petsAllowed, :access, :nightOnly, :arrivalUntil, :installed, :closed, :closureReason, :staleAfterMinutes)
ON CONFLICT (place_group_id) DO NOTHING

-- name: save_site
INSERT INTO site (site_id, organisation, name, commune, insee_code, address, address_is_secret, phone)
VALUES (:siteId, :organisation, :name, :commune, :inseeCode, :address, :addressIsSecret, :phone)
ON CONFLICT (site_id) DO NOTHING
