-- Who waits for an appointment, and who was offered one that was given up. Names and numbers are sealed and go with the
-- end of the wait; who wants an earlier hour is named and reached by the row of the appointment.

-- A seat that waits for one person's answer: nobody else is given it meanwhile.
CREATE TABLE held_seat (
  held_for    uuid        PRIMARY KEY,
  schedule_id uuid        NOT NULL REFERENCES schedule,
  starts_at   timestamptz NOT NULL,
  seat        integer     NOT NULL CHECK (seat BETWEEN 1 AND 200),
  CONSTRAINT a_seat_is_held_for_one UNIQUE (schedule_id, starts_at, seat)
);

CREATE TABLE waiting (
  wait_id        uuid        PRIMARY KEY,
  site_id        text        NOT NULL REFERENCES site,
  service        text        NOT NULL CHECK (length(service) BETWEEN 1 AND 80),
  appointment_id uuid        REFERENCES appointment,
  sealed_name    bytea,
  number_key     text        CHECK (length(number_key) = 64),
  sealed_number  bytea,
  sms_agreed     boolean     NOT NULL,
  discretion     text        NOT NULL CHECK (discretion IN ('NORMAL', 'NEUTRAL', 'NONE')),
  language       text        NOT NULL CHECK (language ~ '^[a-z]{2}$'),
  last_day       date,
  joined_by      text        NOT NULL,
  joined_at      timestamptz NOT NULL,
  unanswered     integer     NOT NULL DEFAULT 0 CHECK (unanswered >= 0),
  open_offer     uuid,
  ended_at       timestamptz,
  ended_by       text,
  ending         text        CHECK (ending IN ('SERVED', 'LEFT', 'SILENT', 'PAST')),
  CONSTRAINT a_wait_ends_with_its_reason
    CHECK ((ended_at IS NULL) = (ending IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL)),
  CONSTRAINT a_number_is_sealed_and_findable CHECK ((number_key IS NULL) = (sealed_number IS NULL)),
  CONSTRAINT nobody_is_written_to_without_a_number CHECK (NOT sms_agreed OR number_key IS NOT NULL),
  CONSTRAINT an_appointment_knows_its_person
    CHECK (appointment_id IS NULL OR (sealed_name IS NULL AND number_key IS NULL)),
  CONSTRAINT who_no_longer_waits_is_not_kept
    CHECK (ended_at IS NULL OR (sealed_name IS NULL AND number_key IS NULL AND open_offer IS NULL))
);

CREATE INDEX waiting_order ON waiting (site_id, service, joined_at, wait_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX an_appointment_waits_once ON waiting (appointment_id)
  WHERE ended_at IS NULL AND appointment_id IS NOT NULL;

CREATE TABLE slot_offer (
  offer_id       uuid        PRIMARY KEY,
  wait_id        uuid        NOT NULL REFERENCES waiting,
  schedule_id    uuid        NOT NULL REFERENCES schedule,
  starts_at      timestamptz NOT NULL,
  ends_at        timestamptz NOT NULL,
  zone           text        NOT NULL,
  -- Under which key an answer by text is looked for; null when it is told on the telephone.
  number_key     text        CHECK (length(number_key) = 64),
  by_phone       text        CHECK (by_phone IN
    ('NO_NUMBER', 'NO_YES', 'REFUSED', 'OTHER_QUESTION', 'NOT_HEARD')),
  offered_by     text        NOT NULL,
  offered_at     timestamptz NOT NULL,
  answer_before  timestamptz NOT NULL,
  status         text        NOT NULL
    CONSTRAINT an_offer_has_a_status CHECK (status IN ('OPEN', 'TAKEN', 'DECLINED', 'LAPSED', 'WITHDRAWN')),
  ended_at       timestamptz,
  ended_by       text,
  -- The text that answered it.
  answered_with  text,
  appointment_id uuid        REFERENCES appointment,
  CONSTRAINT a_slot_is_offered_to_one_person_once UNIQUE (wait_id, schedule_id, starts_at),
  CONSTRAINT it_is_told_by_one_way CHECK ((number_key IS NULL) = (by_phone IS NOT NULL)),
  CONSTRAINT what_is_open_has_not_ended CHECK ((status = 'OPEN') = (ended_at IS NULL)),
  CONSTRAINT who_took_it_has_an_appointment CHECK (appointment_id IS NULL OR status = 'TAKEN')
);

CREATE UNIQUE INDEX who_waits_decides_one_at_a_time ON slot_offer (wait_id) WHERE status = 'OPEN';
CREATE INDEX slot_offer_lapses ON slot_offer (answer_before) WHERE status = 'OPEN';
CREATE INDEX slot_offer_of_number ON slot_offer (number_key, offered_at) WHERE number_key IS NOT NULL;
