-- How each shelter wishes to be asked, what it was asked, and the doors by which it answers without
-- an account: a keypad code, a link for one evening, a key for its own software.

CREATE TABLE site_channel (
  site_id        text        PRIMARY KEY REFERENCES site ON DELETE CASCADE,
  ask_by         text        NOT NULL CHECK (ask_by IN ('SMS', 'LINK', 'PERSON')),
  language       text        NOT NULL CHECK (language ~ '^[a-z]{2}$'),
  number_key     text        CHECK (length(number_key) = 64),
  sealed_number  bytea,
  asked_at_night boolean     NOT NULL,
  sms_stopped_at timestamptz,
  code_key       text        CONSTRAINT a_code_is_of_one_site UNIQUE CHECK (length(code_key) = 64),
  changed_at     timestamptz NOT NULL,
  CONSTRAINT a_number_is_sealed_and_findable CHECK ((number_key IS NULL) = (sealed_number IS NULL)),
  CONSTRAINT who_is_asked_by_text_has_a_number CHECK (ask_by = 'PERSON' OR number_key IS NOT NULL)
);

CREATE INDEX site_channel_number ON site_channel (number_key);

CREATE TABLE site_link (
  token_hash text        PRIMARY KEY CHECK (length(token_hash) = 64),
  site_id    text        NOT NULL REFERENCES site ON DELETE CASCADE,
  made_at    timestamptz NOT NULL,
  made_by    text        NOT NULL,
  expires_at timestamptz NOT NULL,
  saves_max  integer     NOT NULL CHECK (saves_max > 0)
);

CREATE INDEX site_link_expires ON site_link (expires_at);

CREATE TABLE site_link_save (
  token_hash text        NOT NULL REFERENCES site_link ON DELETE CASCADE,
  tell_id    uuid        NOT NULL,
  at         timestamptz NOT NULL,
  PRIMARY KEY (token_hash, tell_id)
);

CREATE TABLE site_key (
  key_id       uuid        PRIMARY KEY,
  key_hash     text        NOT NULL CONSTRAINT a_key_is_of_one_site UNIQUE CHECK (length(key_hash) = 64),
  site_id      text        NOT NULL REFERENCES site ON DELETE CASCADE,
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  made_at      timestamptz NOT NULL,
  made_by      text        NOT NULL,
  revoked_at   timestamptz,
  last_used_at timestamptz
);

CREATE INDEX site_key_site ON site_key (site_id);

CREATE TABLE shelter_asking (
  asking_id      uuid        PRIMARY KEY,
  place_group_id text        NOT NULL REFERENCES place_group ON DELETE CASCADE,
  site_id        text        NOT NULL,
  night_of       date        NOT NULL,
  round          integer     NOT NULL CHECK (round >= 0),
  channel        text        NOT NULL CHECK (channel IN ('SMS', 'LINK', 'PERSON')),
  number_key     text,
  cause          text,
  status         text        NOT NULL CHECK (status IN ('OPEN', 'ANSWERED', 'UNANSWERED')),
  asked_at       timestamptz NOT NULL,
  ended_at       timestamptz,
  CONSTRAINT a_group_is_asked_once_a_round UNIQUE (place_group_id, night_of, round),
  CONSTRAINT what_is_over_has_ended CHECK ((status = 'OPEN') = (ended_at IS NULL))
);

-- Whoever answers "3" must answer one question only.
CREATE UNIQUE INDEX a_number_has_one_open_question
  ON shelter_asking (number_key) WHERE status = 'OPEN' AND channel = 'SMS';
CREATE INDEX shelter_asking_night ON shelter_asking (night_of, status);
CREATE INDEX shelter_asking_number ON shelter_asking (number_key, asked_at DESC);
