-- name: add_alarm
INSERT INTO board_alarm (departement, place_group_id, what, on_board, in_records, repaired, at)
VALUES (:departement, :placeGroupId, :what, :onBoard, :inRecords, :repaired, :at)

-- name: add_events
INSERT INTO capacity_event (departement, place_group_id, night_of, kind, delta, cause_id, by_whom, at, board_version)
SELECT :departement, * FROM unnest(
  CAST(:groups AS text[]), CAST(:nights AS date[]), CAST(:kinds AS text[]), CAST(:deltas AS integer[]),
  CAST(:holds AS text[]), CAST(:agents AS text[]), CAST(:times AS timestamptz[]), CAST(:versions AS bigint[]))
ON CONFLICT DO NOTHING

-- name: advance_memory
UPDATE board_memory SET last_version = :version WHERE departement = :departement AND last_version < :version

-- name: await_memory
SELECT last_version FROM board_memory WHERE departement = :departement FOR UPDATE

-- name: convert_hold
INSERT INTO place_hold (
  hold_id, departement, place_group_id, night_of, places, agent, call_id, contact_id, status,
  created_at, expires_at, offered_at, version)
VALUES (
  :holdId, :departement, :placeGroupId, :nightOf, :places, :agent, :callId, :contactId, 'CONVERTED',
  :createdAt, :expiresAt, :offeredAt, 0)
ON CONFLICT (hold_id) DO UPDATE SET status = 'CONVERTED' WHERE place_hold.status = 'ACTIVE'

-- name: end_hold
UPDATE place_hold SET status = 'EXPIRED' WHERE hold_id = :holdId AND status = 'ACTIVE'

-- name: find_hold
SELECT * FROM place_hold WHERE hold_id = :holdId

-- name: forget_lost_holds
UPDATE place_hold SET status = 'EXPIRED'
WHERE departement = :departement AND status = 'ACTIVE' AND night_of < :nightOf

-- name: list_active_holds
SELECT * FROM place_hold
WHERE departement = :departement AND night_of = :nightOf AND status = 'ACTIVE'
ORDER BY expires_at

-- name: lock_memory
SELECT last_version FROM board_memory WHERE departement = :departement FOR UPDATE SKIP LOCKED

-- name: open_memory
INSERT INTO board_memory (departement, last_version) VALUES (:departement, 0) ON CONFLICT DO NOTHING

-- name: read_memory
SELECT last_version FROM board_memory WHERE departement = :departement

-- name: save_hold
INSERT INTO place_hold AS known (
  hold_id, departement, place_group_id, night_of, places, agent, call_id, contact_id, status,
  created_at, expires_at, offered_at, version)
VALUES (
  :holdId, :departement, :placeGroupId, :nightOf, :places, :agent, :callId, :contactId, :status,
  :createdAt, :expiresAt, :offeredAt, :version)
ON CONFLICT (hold_id) DO UPDATE
SET status = excluded.status, expires_at = excluded.expires_at, offered_at = excluded.offered_at,
  version = excluded.version
WHERE known.status = 'ACTIVE' AND known.version < excluded.version

-- name: save_holds
INSERT INTO place_hold AS known (
  departement, hold_id, place_group_id, night_of, places, agent, call_id, contact_id, status,
  created_at, expires_at, offered_at, version)
SELECT :departement, * FROM unnest(
  CAST(:holds AS uuid[]), CAST(:groups AS text[]), CAST(:nights AS date[]), CAST(:places AS integer[]),
  CAST(:agents AS text[]), CAST(:calls AS text[]), CAST(:contacts AS uuid[]), CAST(:statuses AS text[]),
  CAST(:created AS timestamptz[]), CAST(:expires AS timestamptz[]), CAST(:offered AS timestamptz[]),
  CAST(:versions AS bigint[]))
ON CONFLICT (hold_id) DO UPDATE
SET status = excluded.status, expires_at = excluded.expires_at, offered_at = excluded.offered_at,
  version = excluded.version
WHERE known.status = 'ACTIVE' AND known.version < excluded.version
