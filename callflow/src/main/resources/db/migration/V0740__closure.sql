-- Places that are shut for a while, each with who shut them, why, and until when.

CREATE TABLE place_closure (
  closure_id     uuid        PRIMARY KEY,
  place_group_id text        NOT NULL REFERENCES place_group,
  places         integer     NOT NULL CHECK (places > 0),
  reason         text        NOT NULL,
  from_at        timestamptz NOT NULL,
  expected_to    timestamptz,
  note           text        NOT NULL CHECK (length(note) <= 200),
  status         text        NOT NULL
    CONSTRAINT a_closure_has_a_status CHECK (status IN ('PLANNED', 'ACTIVE', 'ENDED', 'CANCELLED')),
  too_many_inside integer    NOT NULL DEFAULT 0 CHECK (too_many_inside >= 0),
  due_at         timestamptz,
  decided_by     text        NOT NULL,
  decided_at     timestamptz NOT NULL,
  ended_by       text,
  ended_at       timestamptz,
  CONSTRAINT a_closure_ends_after_its_beginning CHECK (expected_to > from_at),
  CONSTRAINT an_ended_closure_says_when CHECK ((status IN ('ENDED', 'CANCELLED')) = (ended_at IS NOT NULL))
);

CREATE INDEX place_closure_group ON place_closure (place_group_id, status);
-- due_at is the one clock of a row: when it begins, when it ends, when a beginning is tried again.
CREATE INDEX place_closure_due ON place_closure (due_at) WHERE due_at IS NOT NULL;

-- What was closed before there were closures.
INSERT INTO place_closure (closure_id, place_group_id, places, reason, from_at, note, status, decided_by, decided_at)
SELECT gen_random_uuid(), place_group_id, places_closed, coalesce(closure_reason, 'OTHER'), now(), '', 'ACTIVE', 'house', now()
FROM place_group
WHERE places_closed > 0;

-- How many places of a group exist in a night, whatever stands on the board. The one rule of it.
CREATE FUNCTION open_places(g place_group, night date) RETURNS integer LANGUAGE sql IMMUTABLE
RETURN g.capacity_installed - g.places_closed;
