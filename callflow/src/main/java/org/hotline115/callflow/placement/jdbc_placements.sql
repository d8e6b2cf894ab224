-- name: add_placement
INSERT INTO placement (
  placement_id, hold_id, request_id, place_group_id, night_of, persons, status,
  confirmed_at, confirmed_by, arrive_before)
VALUES (
  :placementId, :holdId, :requestId, :placeGroupId, :nightOf, :persons, 'EXPECTED',
  :confirmedAt, :confirmedBy, :arriveBefore)

-- name: find_placement
SELECT * FROM placement WHERE placement_id = :placementId OR hold_id = :holdId
