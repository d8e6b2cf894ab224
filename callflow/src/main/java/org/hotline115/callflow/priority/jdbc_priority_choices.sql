-- name: add_choice
INSERT INTO priority_choice (departement, rule_set, chosen_by, chosen_at)
VALUES (:departement, :ruleSet, :chosenBy, :chosenAt)

-- name: last_choice
SELECT * FROM priority_choice
WHERE departement = :departement
ORDER BY choice_id DESC
LIMIT 1
