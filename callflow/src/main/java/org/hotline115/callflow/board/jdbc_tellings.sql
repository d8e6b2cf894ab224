-- What shelters said: V0721__told_figure.sql.

-- name: forget_telling
DELETE FROM told_figure WHERE tell_id = :tellId

-- name: is_same_telling
SELECT place_group_id = :placeGroupId AND free = :free FROM told_figure WHERE tell_id = :tellId

-- name: note_telling
INSERT INTO told_figure (tell_id, place_group_id, night_of, free, by_whom, source, at)
SELECT :tellId, place_group_id, :nightOf, :free, :byWhom, :source, :at
FROM place_group
WHERE place_group_id = :placeGroupId
ON CONFLICT (tell_id) DO NOTHING
