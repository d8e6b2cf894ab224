-- name: save_place_group
WITH added AS (
INSERT INTO place_group (
  place_group_id, site_id, departement, name, place_type,
  unit, room_size, capacity_installed, places_closed, closure_reason, cots, on_demand,
  gender_rule, household_types, age_min, age_max, pets_allowed, access_reduced_mobility,
  availability, open_from, open_to, arrival_from, arrival_until, night_only, stay_rule, release_times,
  allocation_owner, stale_after_minutes)
VALUES (
  :placeGroupId, :siteId, :departement, :name, :placeType,
  :unit, :roomSize, :installed, :closed, :closureReason, :cots, :onDemand,
  :genderRule, string_to_array(:householdTypes, ' '), :ageMin, :ageMax, :petsAllowed, :access,
  :availability, :openFrom, :openTo, :arrivalFrom, :arrivalUntil, :nightOnly, :stayRule, :releaseTimes,
  :allocationOwner, :staleAfterMinutes)
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
INSERT INTO site (
  site_id, organisation, name, kind, commune, insee_code, address, address_is_secret, latitude, longitude, phone,
  access_reduced_mobility, pets_allowed)
VALUES (
  :siteId, :organisation, :name, :kind, :commune, :inseeCode, :address, :addressIsSecret, :latitude, :longitude, :phone,
  :access, :petsAllowed)
ON CONFLICT (site_id) DO NOTHING
