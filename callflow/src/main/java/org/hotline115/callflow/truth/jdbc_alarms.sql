-- name: decide_alarm
UPDATE board_alarm SET decision = :decision, decided_by = :by, decided_at = :at
WHERE alarm_id = :alarmId AND decision IS NULL

-- name: end_acknowledged
UPDATE board_alarm SET ended_at = :at
WHERE departement = :departement AND decision = 'ACKNOWLEDGED' AND ended_at IS NULL AND night_of = :nightOf
  AND what || ' ' || place_group_id <> ALL (:still)

-- name: list_alarms
SELECT * FROM board_alarm
WHERE departement = :departement AND (at >= :since OR (NOT repaired AND decision IS NULL))
ORDER BY NOT repaired AND decision IS NULL DESC, at DESC, alarm_id DESC
LIMIT :most

-- name: lock_alarm
SELECT * FROM board_alarm WHERE departement = :departement AND alarm_id = :alarmId FOR UPDATE

-- name: raise_alarm
INSERT INTO board_alarm (departement, place_group_id, what, on_board, in_records, repaired, at, night_of)
SELECT :departement, :placeGroupId, :what, :found, :expected, false, :at, :nightOf
WHERE NOT EXISTS (
  SELECT FROM board_alarm
  WHERE departement = :departement AND place_group_id = :placeGroupId AND what = :what
    AND night_of = :nightOf AND decision = 'ACKNOWLEDGED' AND ended_at IS NULL
    AND on_board = :found AND in_records = :expected)
ON CONFLICT (departement, place_group_id, what, night_of) WHERE NOT repaired AND decision IS NULL DO NOTHING

-- name: vanish_alarms
UPDATE board_alarm SET decision = 'VANISHED', decided_at = :at
WHERE departement = :departement AND NOT repaired AND decision IS NULL
  AND (night_of < :nightOf OR what || ' ' || place_group_id <> ALL (:still))
