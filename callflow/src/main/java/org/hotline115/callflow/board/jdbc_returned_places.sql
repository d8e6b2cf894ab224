-- name: move_carried_places
-- A later night whose figures were carried over and that no shelter has counted since.
WITH carried AS (
  SELECT c.occupied
  FROM capacity_night c
  JOIN place_group g USING (place_group_id)
  WHERE c.place_group_id = :placeGroupId AND c.night_of = :nightOf
    AND NOT g.night_only AND (c.told_at IS NULL OR c.told_at < :nightBegins)
  FOR UPDATE OF c
)
UPDATE capacity_night c
SET occupied = greatest(c.occupied + :places, c.promised), record = c.record + 1, changed_at = now()
FROM carried
WHERE c.place_group_id = :placeGroupId AND c.night_of = :nightOf
  AND greatest(c.occupied + :places, c.promised) <> c.occupied
RETURNING c.*, 0 AS held, 0 AS version, c.occupied - carried.occupied AS delta

-- name: move_promised_places
UPDATE capacity_night
SET occupied = occupied + :places, promised = promised + :places, record = record + 1, changed_at = now()
WHERE place_group_id = :placeGroupId AND night_of = :nightOf
RETURNING *, 0 AS held, 0 AS version, :places AS delta
