-- Who asks together. The counts are what was said, for not everybody in a household has a file; its
-- members are the persons who have one. Nothing is taken out: who left has a last day.

CREATE TABLE household (
  household_id   uuid        PRIMARY KEY,
  version        integer     NOT NULL CHECK (version >= 1),
  household_type text        NOT NULL,
  adults         integer     NOT NULL CHECK (adults BETWEEN 0 AND 50),
  minors         integer     NOT NULL CHECK (minors BETWEEN 0 AND 50),
  under_3        integer     NOT NULL CHECK (under_3 BETWEEN 0 AND 50),
  pets           text        NOT NULL,
  created_at     timestamptz NOT NULL,
  created_by     text        NOT NULL,
  changed_at     timestamptz NOT NULL,
  changed_by     text        NOT NULL,
  CONSTRAINT small_children_are_children CHECK (under_3 <= minors),
  CONSTRAINT somebody_is_in_a_household CHECK (adults + minors >= 1)
);

CREATE TABLE household_member (
  member_id    uuid        PRIMARY KEY,
  household_id uuid        NOT NULL REFERENCES household,
  person_id    uuid        NOT NULL REFERENCES person ON DELETE CASCADE,
  role         text        NOT NULL CONSTRAINT a_role_is_a_code CHECK (role IN
    ('HEAD', 'PARTNER', 'CHILD', 'OTHER_RELATIVE', 'UNRELATED')),
  from_on      date        NOT NULL,
  to_on        date,
  noted_at     timestamptz NOT NULL,
  noted_by     text        NOT NULL,
  ended_at     timestamptz,
  ended_by     text,
  CONSTRAINT who_leaves_had_come CHECK (to_on >= from_on),
  CONSTRAINT who_ended_it_is_known CHECK (
    (to_on IS NULL) = (ended_at IS NULL) AND (to_on IS NULL) = (ended_by IS NULL))
);

CREATE UNIQUE INDEX a_person_is_in_one_household ON household_member (person_id) WHERE to_on IS NULL;
CREATE INDEX household_member_household ON household_member (household_id);
CREATE INDEX household_member_person ON household_member (person_id, from_on);

-- Whom the household speaks to first. Nobody is one whom the persons did not agree to.
CREATE TABLE referent_assignment (
  referent_id     uuid        PRIMARY KEY,
  household_id    uuid        NOT NULL REFERENCES household,
  agent           text        NOT NULL,
  agreed_by_person boolean    NOT NULL CONSTRAINT the_persons_agreed CHECK (agreed_by_person),
  from_at         timestamptz NOT NULL,
  from_by         text        NOT NULL,
  to_at           timestamptz,
  to_by           text,
  reason_end      text        CONSTRAINT an_end_has_a_code CHECK (reason_end IN
    ('REPLACED', 'PERSON_WISHES', 'NOT_NEEDED', 'OTHER')),
  CONSTRAINT who_ended_it_and_why_is_known CHECK (
    (to_at IS NULL) = (to_by IS NULL) AND (to_at IS NULL) = (reason_end IS NULL))
);

CREATE UNIQUE INDEX a_household_has_one_referent ON referent_assignment (household_id) WHERE to_at IS NULL;
