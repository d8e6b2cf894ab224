-- What a household asked for one night, what it was offered, what it answered.

CREATE TABLE shelter_request (
  request_id     uuid        PRIMARY KEY,
  contact_id     uuid        NOT NULL,
  caller_key     text,
  night_of       date        NOT NULL,
  persons        integer     NOT NULL CHECK (persons > 0),
  minors         integer     NOT NULL CHECK (minors >= 0),
  under3         integer     NOT NULL CHECK (under3 >= 0),
  household_type text        NOT NULL,
  pets           text        NOT NULL,
  insee_code     text        NOT NULL,
  requested_at   timestamptz NOT NULL,
  status         text        NOT NULL
    CONSTRAINT a_request_has_a_status CHECK (status IN
      ('OPEN', 'SEARCHING', 'OFFERED', 'ACCEPTED', 'MET', 'UNMET', 'CANCELLED', 'UNDECIDED_AT_CUTOFF')),
  unmet_reason   text,
  decided_at     timestamptz,
  CONSTRAINT a_contact_asks_once_a_night UNIQUE (contact_id, night_of),
  CONSTRAINT an_unmet_request_says_why CHECK ((status = 'UNMET') = (unmet_reason IS NOT NULL)),
  CONSTRAINT children_are_persons CHECK (minors <= persons AND under3 <= minors)
);

CREATE INDEX shelter_request_caller ON shelter_request (caller_key, requested_at DESC);
CREATE INDEX shelter_request_live ON shelter_request (night_of)
  WHERE status IN ('OPEN', 'SEARCHING', 'OFFERED', 'ACCEPTED');

-- One offer per hold, so the hold's id is its id.
CREATE TABLE proposal (
  proposal_id    uuid        PRIMARY KEY,
  request_id     uuid        NOT NULL REFERENCES shelter_request,
  place_group_id text        NOT NULL,
  night_of       date        NOT NULL,
  persons        integer     NOT NULL CHECK (persons > 0),
  offered_at     timestamptz NOT NULL,
  offered_by     text        NOT NULL,
  answer         text        CHECK (answer IN ('ACCEPTED', 'REFUSED', 'NO_ANSWER')),
  answer_at      timestamptz,
  refusal_reason text,
  CONSTRAINT a_refusal_has_a_reason
    CHECK ((coalesce(answer, '') = 'REFUSED') = (refusal_reason IS NOT NULL))
);

CREATE INDEX proposal_request ON proposal (request_id);
