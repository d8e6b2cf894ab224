-- Finding persons: V0820__person.sql.

-- name: find_by_code
-- Their own code, or the one of something they asked for in the last nights.
SELECT person_id FROM person WHERE code = :code
UNION
SELECT c.person_id
FROM shelter_request r
JOIN request_contact USING (request_id)
JOIN contact_person c ON c.contact_id = request_contact.contact_id
WHERE r.file_code = :code AND r.night_of >= :since
LIMIT :most

-- name: find_by_name
-- Every word must be heard in the name; those that are written the same come first, then the year.
SELECT k.person_id,
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
SELECT n.person_id, count(*) OVER () AS persons
FROM person_number n
LEFT JOIN LATERAL (
  SELECT max(c.opened_at) AS last_at
  FROM contact_person l JOIN contact c USING (contact_id)
  WHERE l.person_id = n.person_id) seen ON true
WHERE n.caller_key = :callerKey
ORDER BY seen.last_at DESC NULLS LAST, n.person_id
LIMIT :most
