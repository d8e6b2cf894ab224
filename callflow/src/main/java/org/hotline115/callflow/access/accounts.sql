-- The accounts of V0050__access.sql.

-- name: change_password
UPDATE account SET password_hash = :passwordHash, changed_at = :at WHERE agent = :agent

-- name: change_role
UPDATE account SET role = :role, changed_at = :at WHERE agent = :agent

-- name: create_account
INSERT INTO account (agent, display_name, role, password_hash, created_at, changed_at)
VALUES (:agent, :displayName, :role, :passwordHash, :at, :at)
ON CONFLICT (agent) DO NOTHING

-- name: end_sessions
DELETE FROM session WHERE agent = :agent

-- name: find_account
SELECT agent, display_name, role, password_hash FROM account WHERE agent = :agent

-- name: list_accounts
SELECT agent, display_name, role FROM account ORDER BY agent
