-- For which sites an account speaks: V0720__account_site.sql.

-- name: add_site
INSERT INTO account_site (agent, site_id)
SELECT a.agent, s.site_id FROM account a CROSS JOIN site s
WHERE a.agent = :agent AND s.site_id = :siteId
ON CONFLICT DO NOTHING

-- name: clear_sites
DELETE FROM account_site WHERE agent = :agent

-- name: find_unknown_sites
SELECT wanted FROM unnest(CAST(:siteIds AS text[])) AS wanted
WHERE NOT EXISTS (SELECT 1 FROM site WHERE site_id = wanted)
ORDER BY wanted

-- name: is_account
SELECT EXISTS (SELECT 1 FROM account WHERE agent = :agent)

-- name: list_sites
SELECT site_id FROM account_site WHERE agent = :agent ORDER BY site_id
