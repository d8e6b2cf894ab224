-- What other features wrote of a person, through the contacts linked to them and the numbers that
-- nobody else has. Read only.

-- name: read_timeline
WITH file AS (
  SELECT person_file(:personId) AS person_id
),
own AS (
  SELECT contact_id FROM contact_person JOIN file USING (person_id)
),
number AS (
  SELECT DISTINCT n.caller_key
  FROM person_number n
  JOIN file USING (person_id)
  WHERE NOT EXISTS (
    SELECT 1 FROM person_number o
    WHERE o.caller_key = n.caller_key AND o.person_id NOT IN (SELECT person_id FROM file))
),
contacts AS (
  SELECT 'CONTACT' AS kind, c.contact_id::text AS id, c.opened_at AS at, c.result AS status, c.kinds AS about,
    NULL::text AS place, NULL::date AS night_of
  FROM own JOIN contact c USING (contact_id)
  ORDER BY at DESC LIMIT :most
),
calls AS (
  SELECT 'CALL', c.call_id, c.received_at AS at, c.outcome, '{}'::text[], NULL::text, NULL::date
  FROM number JOIN call c USING (caller_key)
  WHERE c.outcome IS NOT NULL AND NOT EXISTS (SELECT 1 FROM contact o WHERE o.call_id = c.call_id)
  ORDER BY at DESC LIMIT :most
),
requests AS (
  SELECT 'REQUEST', r.request_id::text, r.requested_at AS at, r.status,
    array_remove(ARRAY[r.household_type, r.unmet_reason], NULL), NULL::text, r.night_of
  FROM shelter_request r
  WHERE r.request_id IN (SELECT request_id FROM own JOIN request_contact USING (contact_id))
  ORDER BY at DESC LIMIT :most
),
holds AS (
  SELECT 'HOLD', h.hold_id::text, h.created_at AS at, h.status, '{}'::text[], g.name, h.night_of
  FROM own JOIN place_hold h USING (contact_id) LEFT JOIN place_group g USING (place_group_id)
  WHERE h.status <> 'CONVERTED'
  ORDER BY at DESC LIMIT :most
),
placements AS (
  SELECT 'PLACEMENT', p.placement_id::text, p.confirmed_at AS at, p.status, '{}'::text[], g.name, p.night_of
  FROM own JOIN placement p USING (contact_id) LEFT JOIN place_group g USING (place_group_id)
  ORDER BY at DESC LIMIT :most
),
texts AS (
  SELECT 'TEXT', m.message_id::text, m.created_at AS at, m.status, ARRAY[m.template], NULL::text, NULL::date
  FROM message m
  WHERE m.message_id IN (
    SELECT s.message_id FROM own JOIN message s USING (contact_id)
    UNION
    SELECT s.message_id FROM number JOIN message s ON s.recipient_key = number.caller_key
    WHERE s.contact_id IS NULL)
  ORDER BY at DESC LIMIT :most
),
answers AS (
  SELECT 'TEXT_ANSWER', i.provider_id, i.received_at AS at, i.status, '{}'::text[], NULL::text, NULL::date
  FROM number JOIN inbound_text i ON i.sender_key = number.caller_key
  ORDER BY at DESC LIMIT :most
),
appointments AS (
  SELECT 'APPOINTMENT', a.appointment_id::text, a.starts_at AS at, a.status, '{}'::text[], s.name, NULL::date
  FROM own JOIN appointment a USING (contact_id) JOIN site s USING (site_id)
  ORDER BY at DESC LIMIT :most
)
SELECT * FROM contacts
UNION ALL SELECT * FROM calls
UNION ALL SELECT * FROM requests
UNION ALL SELECT * FROM holds
UNION ALL SELECT * FROM placements
UNION ALL SELECT * FROM texts
UNION ALL SELECT * FROM answers
UNION ALL SELECT * FROM appointments
ORDER BY at DESC, kind, id
LIMIT :most
