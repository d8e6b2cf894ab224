-- name: directory_version
SELECT version FROM directory_version
WHERE departement = :departement

-- name: fingerprint_place_groups
-- Every change of a row gives it another xmin.
SELECT concat_ws(' ', count(*), sum(g.xmin::text::bigint), sum(s.xmin::text::bigint)) AS fingerprint
FROM place_group g
JOIN site s USING (site_id)
WHERE g.departement = :departement AND g.retired_at IS NULL

-- name: list_place_groups
SELECT g.*, s.organisation, s.name AS site_name, s.kind, s.commune, s.insee_code, s.address, s.address_is_secret,
  s.latitude, s.longitude, s.phone, s.access_reduced_mobility AS site_access, s.pets_allowed AS site_pets
FROM place_group g
JOIN site s USING (site_id)
WHERE g.departement = :departement AND g.retired_at IS NULL
ORDER BY s.name, g.name
