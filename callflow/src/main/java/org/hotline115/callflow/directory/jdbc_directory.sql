-- name: count_change
INSERT INTO directory_version (departement, version)
VALUES (:departement, 1)
ON CONFLICT (departement) DO UPDATE SET version = directory_version.version + 1

-- name: find_entries
SELECT e.*, coalesce(c.occupied, 0) AS inside
FROM directory_entry e
LEFT JOIN capacity_night c ON c.place_group_id = e.place_group AND c.night_of = :nightOf
WHERE e.departement = :departement
  AND (e.place_group = ANY (CAST(:groups AS text[])) OR e.site = ANY (CAST(:sites AS text[])))
ORDER BY e.place_group

-- name: list_entries
SELECT e.*, coalesce(c.occupied, 0) AS inside
FROM directory_entry e
LEFT JOIN capacity_night c ON c.place_group_id = e.place_group AND c.night_of = :nightOf
WHERE e.departement = :departement AND NOT e.retired
ORDER BY e.site_name, e.name, e.place_group

-- name: lock_group
SELECT place_group_id FROM place_group
WHERE place_group_id = :id
FOR NO KEY UPDATE

-- name: lock_name
SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:id, 115))) locked

-- name: lock_site
SELECT site_id FROM site
WHERE site_id = :id
FOR NO KEY UPDATE

-- name: retire_group
UPDATE place_group
SET retired_at = :at, version = version + 1, changed_at = :at
WHERE place_group_id = :id AND retired_at IS NULL

-- name: save_group
INSERT INTO place_group AS g (
  place_group_id, site_id, departement, name, place_type,
  unit, room_size, capacity_installed, places_closed, cots, on_demand,
  gender_rule, household_types, age_min, age_max, pets_allowed, access_reduced_mobility,
  availability, open_from, open_to, arrival_from, arrival_until, night_only, stay_rule, release_times,
  allocation_owner, stale_after_minutes, changed_at)
VALUES (
  :place_group, :site, :departement, :name, :place_type,
  :unit, CAST(:room_size AS integer), CAST(:installed AS integer), 0, CAST(:cots AS integer), CAST(:on_demand AS boolean),
  :gender_rule, string_to_array(:household_types, ' '), CAST(nullif(:age_min, '') AS integer),
  CAST(nullif(:age_max, '') AS integer), nullif(:pets, ''), :access,
  :availability, CAST(nullif(:open_from, '') AS date), CAST(nullif(:open_to, '') AS date),
  CAST(:arrival_from AS time), CAST(:arrival_until AS time), CAST(:night_only AS boolean), :stay_rule, :release_times,
  :allocation_owner, CAST(:stale_after_minutes AS integer), :at)
ON CONFLICT (place_group_id) DO UPDATE
SET (site_id, name, place_type,
    unit, room_size, capacity_installed, cots, on_demand,
    gender_rule, household_types, age_min, age_max, pets_allowed, access_reduced_mobility,
    availability, open_from, open_to, arrival_from, arrival_until, night_only, stay_rule, release_times,
    allocation_owner, stale_after_minutes, changed_at)
  = (EXCLUDED.site_id, EXCLUDED.name, EXCLUDED.place_type,
    EXCLUDED.unit, EXCLUDED.room_size, EXCLUDED.capacity_installed, EXCLUDED.cots, EXCLUDED.on_demand,
    EXCLUDED.gender_rule, EXCLUDED.household_types, EXCLUDED.age_min, EXCLUDED.age_max, EXCLUDED.pets_allowed,
    EXCLUDED.access_reduced_mobility, EXCLUDED.availability, EXCLUDED.open_from, EXCLUDED.open_to,
    EXCLUDED.arrival_from, EXCLUDED.arrival_until, EXCLUDED.night_only, EXCLUDED.stay_rule, EXCLUDED.release_times,
    EXCLUDED.allocation_owner, EXCLUDED.stale_after_minutes, EXCLUDED.changed_at),
  retired_at = NULL, version = g.version + 1

-- name: save_site
INSERT INTO site AS s (
  site_id, organisation, name, kind, commune, insee_code, postal_code, address, address_is_secret, phone,
  latitude, longitude, access_reduced_mobility, pets_allowed, changed_at)
VALUES (
  :site, :organisation, :site_name, :site_kind, :commune, :insee_code, :postal_code, :address,
  CAST(:address_is_secret AS boolean), :phone, CAST(nullif(:latitude, '') AS numeric),
  CAST(nullif(:longitude, '') AS numeric), :site_access, :site_pets, :at)
ON CONFLICT (site_id) DO UPDATE
SET (organisation, name, kind, commune, insee_code, postal_code, address, address_is_secret, phone,
    latitude, longitude, access_reduced_mobility, pets_allowed, changed_at)
  = (EXCLUDED.organisation, EXCLUDED.name, EXCLUDED.kind, EXCLUDED.commune, EXCLUDED.insee_code,
    EXCLUDED.postal_code, EXCLUDED.address, EXCLUDED.address_is_secret, EXCLUDED.phone, EXCLUDED.latitude,
    EXCLUDED.longitude, EXCLUDED.access_reduced_mobility, EXCLUDED.pets_allowed, EXCLUDED.changed_at),
  version = s.version + 1
WHERE (s.organisation, s.name, s.kind, s.commune, s.insee_code, s.postal_code, s.address, s.address_is_secret,
    s.phone, s.latitude, s.longitude, s.access_reduced_mobility, s.pets_allowed)
  IS DISTINCT FROM (EXCLUDED.organisation, EXCLUDED.name, EXCLUDED.kind, EXCLUDED.commune, EXCLUDED.insee_code,
    EXCLUDED.postal_code, EXCLUDED.address, EXCLUDED.address_is_secret, EXCLUDED.phone, EXCLUDED.latitude,
    EXCLUDED.longitude, EXCLUDED.access_reduced_mobility, EXCLUDED.pets_allowed)
