-- First-reception contacts. What a person said in words is encrypted (bytea), codes are in clear.

CREATE TABLE contact (
  contact_id     uuid        PRIMARY KEY,
  call_id        text        CONSTRAINT one_contact_for_one_call UNIQUE,
  caller_key     text        CHECK (length(caller_key) = 64),
  agent          text        NOT NULL,
  version        integer     NOT NULL CHECK (version >= 1),
  opened_at      timestamptz NOT NULL,
  saved_at       timestamptz NOT NULL,
  closed_at      timestamptz,
  channel        text,
  caller_kind    text,
  kinds          text[]      NOT NULL DEFAULT '{}',
  household_type text,
  adults         integer     CHECK (adults BETWEEN 0 AND 50),
  minors         integer     CHECK (minors BETWEEN 0 AND 50),
  under_3        integer     CHECK (under_3 BETWEEN 0 AND 50),
  pets           text,
  insee_code     text,
  place_text     bytea,
  last_night     text,
  needs          text[]      NOT NULL DEFAULT '{}',
  person_wish    bytea,
  pseudonym      bytea,
  sms_agreed     boolean,
  discretion     text,
  language       text,
  next_step      text,
  result         text,
  note_text      bytea,
  CONSTRAINT a_contact_closes_after_it_opens CHECK (closed_at >= opened_at),
  CONSTRAINT a_closed_contact_has_the_seven_codes CHECK (
    closed_at IS NULL
    OR (channel IS NOT NULL AND caller_kind IS NOT NULL AND cardinality(kinds) > 0
        AND household_type IS NOT NULL AND insee_code IS NOT NULL
        AND next_step IS NOT NULL AND result IS NOT NULL))
);

CREATE INDEX contact_caller ON contact (caller_key, opened_at DESC) WHERE caller_key IS NOT NULL;
CREATE INDEX contact_open ON contact (agent, opened_at) WHERE closed_at IS NULL;
