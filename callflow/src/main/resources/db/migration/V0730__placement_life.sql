-- The life of a placement after the promise: who came, who did not, who left.

-- A code of letter, figure, letter, figure, easy to say and to hear: A4F7. Numbers that follow each
-- other never share one before 30,976 others were given; the id is the truth, the code a help.
CREATE SEQUENCE file_number;

CREATE FUNCTION file_code(n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT substr('ABCDEFGHJKLMNPRSTVWXYZ', (i % 22)::integer + 1, 1)
      || substr('23456789', (i / 22 % 8)::integer + 1, 1)
      || substr('ABCDEFGHJKLMNPRSTVWXYZ', (i / 176 % 22)::integer + 1, 1)
      || substr('23456789', (i / 3872)::integer + 1, 1)
  FROM (SELECT n * 20011 % 30976 AS i) scattered
$$;

ALTER TABLE shelter_request
  ADD COLUMN file_code text NOT NULL DEFAULT file_code(nextval('file_number'));

-- Persons are who comes, places what is taken: a room is taken whole. What a site must know of a
-- household is frozen here, so that a site never reads a request or a contact.
ALTER TABLE placement
  ADD COLUMN places           integer,
  ADD COLUMN contact_id       uuid,
  ADD COLUMN file_code        text,
  ADD COLUMN household_type   text NOT NULL DEFAULT 'UNKNOWN',
  ADD COLUMN pets             text NOT NULL DEFAULT 'NONE',
  ADD COLUMN minors           integer NOT NULL DEFAULT 0,
  ADD COLUMN under3           integer NOT NULL DEFAULT 0,
  ADD COLUMN arrived_at       timestamptz,
  ADD COLUMN left_at          timestamptz,
  ADD COLUMN exit_reason      text,
  ADD COLUMN exit_destination text,
  ADD COLUMN moved_at         timestamptz,
  ADD COLUMN moved_by         text,
  ADD COLUMN moved_source     text;

UPDATE placement p
SET places = p.persons,
  contact_id = coalesce(r.contact_id, h.contact_id, p.request_id),
  file_code = coalesce(r.file_code, file_code(nextval('file_number'))),
  household_type = coalesce(r.household_type, 'UNKNOWN'),
  pets = coalesce(r.pets, 'NONE'),
  minors = coalesce(r.minors, 0),
  under3 = coalesce(r.under3, 0),
  moved_at = p.confirmed_at, moved_by = p.confirmed_by, moved_source = 'AGENT'
FROM placement same
LEFT JOIN shelter_request r ON r.request_id = same.request_id
LEFT JOIN place_hold h ON h.hold_id = same.hold_id
WHERE same.placement_id = p.placement_id;

ALTER TABLE placement
  ALTER COLUMN places SET NOT NULL,
  ALTER COLUMN contact_id SET NOT NULL,
  ALTER COLUMN file_code SET NOT NULL,
  ALTER COLUMN moved_at SET NOT NULL,
  ALTER COLUMN moved_by SET NOT NULL,
  ALTER COLUMN moved_source SET NOT NULL,
  ADD CONSTRAINT a_placement_takes_places CHECK (places > 0),
  ADD CONSTRAINT who_arrived_has_an_hour
    CHECK (status NOT IN ('ARRIVED', 'ENDED') OR arrived_at IS NOT NULL),
  ADD CONSTRAINT who_left_has_a_reason_and_a_destination
    CHECK ((status = 'ENDED') = (left_at IS NOT NULL AND exit_reason IS NOT NULL AND exit_destination IS NOT NULL));

CREATE INDEX placement_due ON placement (arrive_before) WHERE status = 'EXPECTED';
CREATE INDEX placement_to_check ON placement (arrive_before) WHERE status = 'TO_CHECK';
CREATE INDEX placement_night ON placement (night_of);

-- Append-only: each move with who, when and by which means. The id is the client's.
CREATE TABLE placement_move (
  move_id      uuid        PRIMARY KEY,
  placement_id uuid        NOT NULL REFERENCES placement,
  before       text        NOT NULL,
  after        text        NOT NULL,
  source       text        NOT NULL
    CONSTRAINT a_move_has_a_source CHECK (source IN ('SITE', 'COORDINATOR', 'AGENT', 'SMS', 'KEYPAD', 'SYSTEM')),
  by_whom      text        NOT NULL,
  at           timestamptz NOT NULL,
  CONSTRAINT a_machine_only_asks CHECK ((source = 'SYSTEM') = (after = 'TO_CHECK'))
);

CREATE INDEX placement_move_placement ON placement_move (placement_id, at);

CREATE FUNCTION refuse_change_of_placement_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'moves of placements are append-only';
END $$;

CREATE TRIGGER placement_move_is_append_only BEFORE UPDATE ON placement_move
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_placement_move();
