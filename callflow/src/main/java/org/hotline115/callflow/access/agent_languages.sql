-- Which languages agents speak beside French: V0802__agent_language.sql.

-- name: add_language
INSERT INTO account_language (agent, language)
SELECT agent, :language FROM account WHERE agent = :agent
ON CONFLICT DO NOTHING

-- name: clear_languages
DELETE FROM account_language WHERE agent = :agent

-- name: list_languages
SELECT agent, language FROM account_language ORDER BY agent, language
