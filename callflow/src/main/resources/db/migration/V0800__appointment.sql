-- When sites receive people, and who is expected. A name is sealed (bytea); codes are in clear.

CREATE TABLE schedule (
  schedule_id  uuid        PRIMARY KEY,
  site_id      text        NOT NULL REFERENCES site,
  service      text        NOT NULL CHECK (length(service) BETWEEN 1 AND 80),
  kind         text        NOT NULL
    CONSTRAINT a_reception_has_a_kind CHECK (kind IN ('APPOINTMENT', 'WALK_IN')),
  rule         text        NOT NULL CHECK (length(rule) <= 200),
  valid_from   date        NOT NULL,
  valid_until  date,
  closed_on    date[]      NOT NULL,
  holidays     text,
  opens_at     time        NOT NULL,
  closes_at    time        NOT NULL,
  slot_minutes integer     NOT NULL CHECK (slot_minutes BETWEEN 5 AND 720),
  capacity     integer     NOT NULL CHECK (capacity BETWEEN 1 AND 200),
  languages    text[]      NOT NULL,
  zone         text        NOT NULL,
  decided_by   text        NOT NULL,
  decided_at   timestamptz NOT NULL,
  CONSTRAINT a_reception_closes_after_it_opens CHECK (closes_at > opens_at)
);

CREATE INDEX schedule_site ON schedule (site_id, valid_until);

CREATE TABLE appointment (
  appointment_id uuid        PRIMARY KEY,
  kind           text        NOT NULL CHECK (kind IN ('APPOINTMENT', 'WALK_IN')),
  site_id        text        NOT NULL REFERENCES site,
  schedule_id    uuid        REFERENCES schedule,
  seat           integer     CHECK (seat BETWEEN 1 AND 200),
  starts_at      timestamptz NOT NULL,
  ends_at        timestamptz NOT NULL,
  zone           text        NOT NULL,
  contact_id     uuid,
  sealed_name    bytea,
  status         text        NOT NULL
    CONSTRAINT an_appointment_has_a_status CHECK (status IN
      ('BOOKED', 'CONFIRMED', 'ARRIVED', 'SEEN', 'EXCUSED', 'REVOKED', 'NOSHOW')),
  moves          integer     NOT NULL DEFAULT 0 CHECK (moves >= 0),
  booked_by      text        NOT NULL,
  booked_at      timestamptz NOT NULL,
  changed_by     text        NOT NULL,
  changed_at     timestamptz NOT NULL,
  CONSTRAINT only_an_appointment_has_a_seat
    CHECK ((kind = 'APPOINTMENT') = (schedule_id IS NOT NULL AND seat IS NOT NULL)),
  CONSTRAINT who_walked_in_was_seen CHECK (kind = 'APPOINTMENT' OR status IN ('SEEN', 'REVOKED'))
);

-- The last word on booking: a seat of a slot is one person's, whatever any arithmetic said.
CREATE UNIQUE INDEX one_seat_is_one_persons ON appointment (schedule_id, starts_at, seat)
  WHERE status NOT IN ('EXCUSED', 'REVOKED');
CREATE INDEX appointment_of_site ON appointment (site_id, starts_at);
