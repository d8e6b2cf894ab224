-- Places, their figures by night, what was kept and what was promised. The last word on a promise.

CREATE TABLE site (
  site_id           text    PRIMARY KEY CHECK (site_id ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
  organisation      text    NOT NULL,
  name              text    NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  commune           text    NOT NULL,
  insee_code        char(5) NOT NULL,
  address           text    NOT NULL,
  address_is_secret boolean NOT NULL,
  phone             text    NOT NULL
);

CREATE TABLE place_group (
  place_group_id          text    PRIMARY KEY CHECK (place_group_id ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
  site_id                 text    NOT NULL REFERENCES site,
  departement             text    NOT NULL,
  name                    text    NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  place_type              text    NOT NULL,
  gender_rule             text    NOT NULL CHECK (gender_rule IN ('MEN', 'WOMEN', 'MIXED')),
  household_types         text[]  NOT NULL,
  pets_allowed            text    NOT NULL,
  access_reduced_mobility text    NOT NULL,
  night_only              boolean NOT NULL,
  arrival_until           time    NOT NULL,
  capacity_installed      integer NOT NULL CHECK (capacity_installed >= 0),
  places_closed           integer NOT NULL,
  closure_reason          text,
  stale_after_minutes     integer NOT NULL CHECK (stale_after_minutes > 0),
  CONSTRAINT closed_places_exist CHECK (places_closed BETWEEN 0 AND capacity_installed)
);

CREATE INDEX place_group_departement ON place_group (departement);

-- occupied counts people inside and people promised; promised is the part that we promised tonight.
CREATE TABLE capacity_night (
  place_group_id text        NOT NULL REFERENCES place_group,
  night_of       date        NOT NULL,
  open           integer     NOT NULL,
  occupied       integer     NOT NULL,
  promised       integer     NOT NULL DEFAULT 0,
  told_at        timestamptz,
  told_by        text        NOT NULL DEFAULT '',
  source         text,
  record         bigint      NOT NULL DEFAULT 1,
  PRIMARY KEY (place_group_id, night_of),
  CONSTRAINT nobody_is_less_than_nobody CHECK (open >= 0 AND promised >= 0),
  CONSTRAINT never_more_occupied_than_open CHECK (occupied <= open),
  CONSTRAINT never_more_promised_than_occupied CHECK (promised <= occupied)
);

CREATE INDEX capacity_night_of ON capacity_night (night_of);

-- The journal of holds: written after Redis decided, in Redis's order. No foreign key on purpose:
-- one odd line must never stop the journal.
CREATE TABLE place_hold (
  hold_id        uuid        PRIMARY KEY,
  departement    text        NOT NULL,
  place_group_id text        NOT NULL,
  night_of       date        NOT NULL,
  places         integer     NOT NULL CHECK (places > 0),
  agent          text        NOT NULL,
  call_id        text,
  contact_id     uuid        NOT NULL,
  status         text        NOT NULL
    CONSTRAINT a_hold_has_a_status CHECK (status IN ('ACTIVE', 'CONVERTED', 'RELEASED', 'EXPIRED')),
  created_at     timestamptz NOT NULL,
  expires_at     timestamptz NOT NULL,
  offered_at     timestamptz,
  version        bigint      NOT NULL
);

CREATE INDEX place_hold_active ON place_hold (departement) WHERE status = 'ACTIVE';
CREATE INDEX place_hold_contact ON place_hold (contact_id);

CREATE TABLE placement (
  placement_id   uuid        PRIMARY KEY,
  hold_id        uuid        NOT NULL CONSTRAINT a_hold_becomes_one_placement UNIQUE,
  request_id     uuid        NOT NULL,
  place_group_id text        NOT NULL,
  night_of       date        NOT NULL,
  persons        integer     NOT NULL CHECK (persons > 0),
  status         text        NOT NULL
    CONSTRAINT a_placement_has_a_status
    CHECK (status IN ('EXPECTED', 'TO_CHECK', 'ARRIVED', 'NO_SHOW', 'CANCELLED', 'ENDED')),
  confirmed_at   timestamptz NOT NULL,
  confirmed_by   text        NOT NULL,
  arrive_before  timestamptz NOT NULL,
  FOREIGN KEY (place_group_id, night_of) REFERENCES capacity_night
);

CREATE INDEX placement_group_night ON placement (place_group_id, night_of);

-- Append-only. The deltas of NIGHT_BEGUN, PROMISED and TOLD_FREE add up to capacity_night.occupied.
CREATE TABLE capacity_event (
  event_id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  departement    text        NOT NULL,
  place_group_id text        NOT NULL,
  night_of       date        NOT NULL,
  kind           text        NOT NULL,
  delta          integer     NOT NULL,
  cause_id       text        NOT NULL,
  by_whom        text        NOT NULL,
  at             timestamptz NOT NULL,
  board_version  bigint,
  CONSTRAINT a_change_of_the_board_is_journalled_once UNIQUE (departement, board_version)
);

CREATE INDEX capacity_event_group_night ON capacity_event (place_group_id, night_of);

CREATE FUNCTION refuse_change_of_capacity_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'capacity events are append-only';
END $$;

CREATE TRIGGER capacity_event_is_append_only BEFORE UPDATE ON capacity_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_capacity_event();

-- How far the journal is: an emptied Redis starts again above it.
CREATE TABLE board_memory (
  departement  text   PRIMARY KEY,
  last_version bigint NOT NULL
);

-- A difference between Redis and PostgreSQL that a person must hear of.
CREATE TABLE board_alarm (
  alarm_id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  departement    text        NOT NULL,
  place_group_id text        NOT NULL,
  what           text        NOT NULL,
  on_board       text        NOT NULL,
  in_records     text        NOT NULL,
  repaired       boolean     NOT NULL,
  at             timestamptz NOT NULL
);
