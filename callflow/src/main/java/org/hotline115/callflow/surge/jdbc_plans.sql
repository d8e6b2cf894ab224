-- name: add_decision
INSERT INTO surge_decision (plan_id, what, words, decided_by, decided_at)
VALUES (:planId, :what, :words, :by, :at)

-- name: add_plan
INSERT INTO surge_plan (plan_id, departement, name, kind, level, from_at, to_at, status, due_at)
VALUES (:planId, :departement, :name, :kind, :level, :fromAt, :toAt, 'PLANNED', :fromAt)
ON CONFLICT (plan_id) DO NOTHING

-- name: add_plan_group
INSERT INTO surge_plan_group (plan_id, place_group_id)
VALUES (:planId, :placeGroupId)

-- name: become
UPDATE surge_plan
SET status = :status, due_at = CASE :status WHEN 'OPEN' THEN to_at END
WHERE plan_id = :planId

-- name: find_plan
SELECT p.*,
  ARRAY(SELECT place_group_id FROM surge_plan_group g WHERE g.plan_id = p.plan_id ORDER BY 1) AS groups,
  (SELECT coalesce(sum(c.occupied), 0) FROM surge_plan_group g JOIN capacity_night c USING (place_group_id)
   WHERE g.plan_id = p.plan_id AND c.night_of = :nightOf) AS inside
FROM surge_plan p
WHERE plan_id = :planId

-- name: list_decisions
SELECT * FROM surge_decision
WHERE plan_id = :planId
ORDER BY decision_id

-- name: list_plans
SELECT p.*,
  ARRAY(SELECT place_group_id FROM surge_plan_group g WHERE g.plan_id = p.plan_id ORDER BY 1) AS groups,
  (SELECT coalesce(sum(c.occupied), 0) FROM surge_plan_group g JOIN capacity_night c USING (place_group_id)
   WHERE g.plan_id = p.plan_id AND c.night_of = :nightOf) AS inside
FROM surge_plan p
WHERE departement = :departement
ORDER BY status IN ('CLOSED', 'CANCELLED'), from_at DESC
LIMIT :most

-- name: lock_due
SELECT plan_id FROM surge_plan
WHERE departement = :departement AND due_at <= :at
LIMIT 1
FOR UPDATE SKIP LOCKED

-- name: lock_groups
SELECT place_group_id FROM place_group
WHERE place_group_id IN (SELECT place_group_id FROM surge_plan_group WHERE plan_id = :planId)
ORDER BY place_group_id
FOR NO KEY UPDATE

-- name: lock_plan
SELECT status FROM surge_plan
WHERE plan_id = :planId AND departement = :departement
FOR UPDATE

-- name: open_by_plan
UPDATE place_group
SET opened_by = (
  SELECT p.plan_id FROM surge_plan p
  JOIN surge_plan_group g USING (plan_id)
  WHERE g.place_group_id = place_group.place_group_id AND p.status = 'OPEN'
  ORDER BY p.from_at DESC
  LIMIT 1)
WHERE place_group_id = :placeGroupId

-- name: temporary_groups
SELECT place_group_id FROM place_group
WHERE departement = :departement AND availability IN ('SEASONAL', 'OVERFLOW') AND retired_at IS NULL
