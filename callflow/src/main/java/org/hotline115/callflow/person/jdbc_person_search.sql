-- Finding persons: V0820__person.sql.

-- name: find_alike
-- Who may be noted twice: the same name by ear and the year, or the same number and a word of the name.
-- Years that differ say no, and so does a merge that somebody undid.
WITH file AS (SELECT person_file(:personId) AS person_id),
mine AS (SELECT DISTINCT kind, key FROM person_name_key JOIN file USING (person_id)),
own AS (SELECT birth_year FROM person WHERE person_id = :personId),
near AS (
  SELECT k.person_id FROM person_name_key k JOIN mine USING (kind, key)
  WHERE k.person_id NOT IN (SELECT person_id FROM file)
  GROUP BY k.person_id
  ORDER BY count(*) DESC, k.person_id
  LIMIT 200
),
compared AS (
  SELECT p.person_id, p.birth_year,
    (SELECT count(*) FROM person_name_key k JOIN mine USING (kind, key)
      WHERE k.person_id = p.person_id AND kind = 'SOUND') AS heard,
    (SELECT count(*) FROM person_name_key k WHERE k.person_id = p.person_id AND k.kind = 'SOUND') AS theirs,
    (SELECT count(*) FROM mine WHERE kind = 'SOUND') AS ours,
    NOT EXISTS (SELECT 1 FROM person_name_key k
      WHERE k.person_id = p.person_id AND k.kind = 'EXACT' AND k.key NOT IN (SELECT key FROM mine)) AS exact,
    EXISTS (SELECT 1 FROM person_number a JOIN person_number b USING (caller_key)
      WHERE a.person_id = p.person_id AND b.person_id IN (SELECT person_id FROM file)) AS number
  FROM near JOIN person p USING (person_id)
)
SELECT person_root(c.person_id) AS person_id, c.exact, c.number,
  abs(c.birth_year - own.birth_year) AS years_apart
FROM compared c CROSS JOIN own
WHERE (c.number OR (c.heard >= least(c.ours, c.theirs) AND abs(c.birth_year - own.birth_year) <= 1))
  AND coalesce(abs(c.birth_year - own.birth_year), 0) <= 1
  AND NOT EXISTS (
    SELECT 1 FROM person_merge m
    WHERE m.undone_at IS NOT NULL
      AND ((m.person_id = c.person_id AND m.into_id IN (SELECT person_id FROM file))
        OR (m.into_id = c.person_id AND m.person_id IN (SELECT person_id FROM file))))
ORDER BY c.number DESC, c.exact DESC, years_apart NULLS LAST, c.person_id
LIMIT :most

-- name: find_by_code
-- Their own code, or the one of something they asked for in the last nights.
SELECT person_root(person_id) AS person_id FROM person WHERE code = :code
UNION
SELECT person_root(c.person_id)
FROM shelter_request r
JOIN request_contact USING (request_id)
JOIN contact_person c ON c.contact_id = request_contact.contact_id
WHERE r.file_code = :code AND r.night_of >= :since
LIMIT :most

-- name: find_by_name
-- Every word must be heard in the name; those that are written the same come first, then the year.
SELECT person_root(k.person_id) AS person_id,
  count(*) FILTER (WHERE k.kind = 'EXACT') AS exact
FROM person_name_key k
JOIN person p USING (person_id)
WHERE k.key = ANY (:keys)
  AND (CAST(:birthYear AS integer) IS NULL OR p.birth_year IS NULL OR abs(p.birth_year - :birthYear) <= 1)
GROUP BY k.person_id, p.birth_year
HAVING count(*) FILTER (WHERE k.kind = 'SOUND') = :sounds
ORDER BY exact DESC, abs(coalesce(p.birth_year, 0) - coalesce(CAST(:birthYear AS integer), 0)), k.person_id
LIMIT :most

-- name: find_by_number
SELECT person_root(n.person_id) AS person_id,
  (SELECT count(DISTINCT person_root(o.person_id)) FROM person_number o WHERE o.caller_key = :callerKey) AS persons
FROM person_number n
LEFT JOIN LATERAL (
  SELECT max(c.opened_at) AS last_at
  FROM contact_person l JOIN contact c USING (contact_id)
  WHERE l.person_id = n.person_id) seen ON true
WHERE n.caller_key = :callerKey
ORDER BY seen.last_at DESC NULLS LAST, n.person_id
LIMIT :most
