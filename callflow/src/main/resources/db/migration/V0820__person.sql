-- Who is helped. Names are sealed (bytea) and found by keyed hashes of their normal form; numbers are
-- those of the table caller.

-- The code that a person says aloud instead of a name, as a file's: see file_code.
CREATE SEQUENCE person_number_of_code;

CREATE TABLE person (
  person_id        uuid        PRIMARY KEY,
  code             text        NOT NULL DEFAULT file_code(nextval('person_number_of_code')),
  version          integer     NOT NULL CHECK (version >= 1),
  identity_quality text        NOT NULL
    CONSTRAINT an_identity_has_a_quality CHECK (identity_quality IN
      ('FULL', 'PARTIAL', 'PSEUDONYM', 'ANONYMOUS', 'REFUSED')),
  first_name       bytea,
  last_name        bytea,
  pseudonym        bytea,
  birth_year       integer     CHECK (birth_year BETWEEN 1900 AND 2100),
  gender           text        NOT NULL
    CONSTRAINT a_gender_is_a_code CHECK (gender IN ('WOMAN', 'MAN', 'OTHER', 'UNKNOWN')),
  language         text,
  created_at       timestamptz NOT NULL,
  created_by       text        NOT NULL,
  changed_at       timestamptz NOT NULL,
  CONSTRAINT who_is_anonymous_has_no_name CHECK (
    identity_quality NOT IN ('ANONYMOUS', 'REFUSED')
    OR (first_name IS NULL AND last_name IS NULL AND pseudonym IS NULL))
);

CREATE INDEX person_code ON person (code);

-- Words of a name: EXACT as it is written, SOUND as it is heard. A keyed hash, not a word.
CREATE TABLE person_name_key (
  person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
  kind      text NOT NULL CHECK (kind IN ('EXACT', 'SOUND')),
  key       text NOT NULL CHECK (key ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (person_id, kind, key)
);

CREATE INDEX person_name_key_found ON person_name_key (key, person_id);

-- Several numbers a person, several persons a number. Null: nobody has asked yet.
CREATE TABLE person_number (
  number_id     uuid        PRIMARY KEY,
  person_id     uuid        NOT NULL REFERENCES person ON DELETE CASCADE,
  caller_key    text        NOT NULL CHECK (caller_key ~ '^[0-9a-f]{64}$'),
  safe_to_text  boolean,
  safe_to_call  boolean,
  added_at      timestamptz NOT NULL,
  added_by      text        NOT NULL,
  -- The link that brought it; it goes when that link is undone.
  by_contact_id uuid,
  CONSTRAINT a_person_has_a_number_once UNIQUE (person_id, caller_key)
);

CREATE INDEX person_number_caller ON person_number (caller_key);

-- One "no" of anybody who uses the telephone is a no: others may read it.
CREATE VIEW unsafe_number AS
SELECT caller_key,
  bool_or(safe_to_text IS FALSE) AS no_text,
  bool_or(safe_to_call IS FALSE) AS no_call
FROM person_number
GROUP BY caller_key
HAVING bool_or(safe_to_text IS FALSE) OR bool_or(safe_to_call IS FALSE);

-- Who a contact was with. No row: nobody in particular, which is normal.
CREATE TABLE contact_person (
  contact_id uuid        PRIMARY KEY REFERENCES contact ON DELETE CASCADE,
  person_id  uuid        NOT NULL REFERENCES person,
  linked_at  timestamptz NOT NULL,
  linked_by  text        NOT NULL
);

CREATE INDEX contact_person_person ON contact_person (person_id, contact_id);

-- For the timeline of a person.
CREATE INDEX message_contact ON message (contact_id, created_at) WHERE contact_id IS NOT NULL;
CREATE INDEX message_recipient ON message (recipient_key, created_at) WHERE recipient_key IS NOT NULL;
CREATE INDEX placement_contact ON placement (contact_id);
CREATE INDEX appointment_contact ON appointment (contact_id) WHERE contact_id IS NOT NULL;
