-- Requests stay open: one of a household a night, carried to the next, and who gets the place that
-- came back.

ALTER TABLE shelter_request
  ADD COLUMN departement         text,
  ADD COLUMN household_key       text,
  ADD COLUMN reasons             text[]  NOT NULL DEFAULT '{}',
  ADD COLUMN unmet_sub_reasons   text[]  NOT NULL DEFAULT '{}',
  ADD COLUMN keep_open           boolean NOT NULL DEFAULT false,
  ADD COLUMN search_goes_on      boolean NOT NULL DEFAULT false,
  ADD COLUMN decided_by          text,
  ADD COLUMN previous_request_id uuid CONSTRAINT a_request_goes_on_once UNIQUE REFERENCES shelter_request,
  ADD COLUMN nights_without      integer NOT NULL DEFAULT 0 CHECK (nights_without >= 0),
  ADD COLUMN waiting_since       timestamptz,
  ADD CONSTRAINT only_no_compatible_place_has_details
    CHECK (unmet_sub_reasons = '{}' OR coalesce(unmet_reason, '') = 'NO_COMPATIBLE_PLACE');

UPDATE shelter_request
SET waiting_since = requested_at, departement = (SELECT departement FROM place_group ORDER BY 1 LIMIT 1);
ALTER TABLE shelter_request ALTER COLUMN waiting_since SET NOT NULL;

-- A household asks once a night; who gave no key asks apart.
CREATE UNIQUE INDEX one_request_of_a_household_a_night ON shelter_request (household_key, night_of)
  WHERE status <> 'CANCELLED';

CREATE INDEX shelter_request_waiting ON shelter_request (night_of, status);

-- Several contacts may speak of one request; the last one that came leads.
CREATE TABLE request_contact (
  contact_id uuid NOT NULL,
  night_of   date NOT NULL,
  request_id uuid NOT NULL REFERENCES shelter_request,
  PRIMARY KEY (contact_id, night_of)
);

CREATE INDEX request_contact_request ON request_contact (request_id);

INSERT INTO request_contact (contact_id, night_of, request_id)
SELECT contact_id, night_of, request_id FROM shelter_request;

ALTER TABLE shelter_request DROP CONSTRAINT a_contact_asks_once_a_night;

-- Who drives them there: only for them a secret address is opened.
ALTER TABLE placement
  ADD COLUMN transport text CHECK (transport IN ('OWN', 'TAXI', 'OUTREACH', 'TICKET'));

-- A place that came back tonight, until it is given again. Written with the move that freed it.
CREATE TABLE freed_place (
  freed_id       uuid        PRIMARY KEY,
  placement_id   uuid        NOT NULL REFERENCES placement,
  place_group_id text        NOT NULL,
  night_of       date        NOT NULL,
  places         integer     NOT NULL CHECK (places > 0),
  freed_at       timestamptz NOT NULL,
  status         text        NOT NULL DEFAULT 'WAITING'
    CONSTRAINT a_freed_place_has_a_status CHECK (status IN ('WAITING', 'PROPOSED', 'TAKEN', 'GIVEN', 'GONE')),
  request_id     uuid        REFERENCES shelter_request,
  proposed_at    timestamptz,
  hold_id        uuid,
  taken_by       text,
  taken_at       timestamptz,
  CONSTRAINT what_is_proposed_is_for_somebody CHECK (status NOT IN ('PROPOSED', 'TAKEN') OR request_id IS NOT NULL),
  CONSTRAINT what_is_taken_is_held CHECK (status <> 'TAKEN' OR (hold_id IS NOT NULL AND taken_by IS NOT NULL AND taken_at IS NOT NULL))
);

CREATE INDEX freed_place_open ON freed_place (night_of) WHERE status IN ('WAITING', 'PROPOSED', 'TAKEN');
CREATE UNIQUE INDEX a_household_is_proposed_one_place_at_a_time ON freed_place (request_id)
  WHERE status IN ('PROPOSED', 'TAKEN');

-- An agent tried and did not reach them, or the place is not for them: the next one's turn.
CREATE TABLE freed_place_pass (
  freed_id   uuid        NOT NULL REFERENCES freed_place,
  request_id uuid        NOT NULL REFERENCES shelter_request,
  reason     text        NOT NULL,
  passed_by  text        NOT NULL,
  at         timestamptz NOT NULL,
  PRIMARY KEY (freed_id, request_id)
);
