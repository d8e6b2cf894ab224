-- What coordinators write of sites and groups: versions against lost changes, seasons, what a plan opened.

ALTER TABLE site
  ADD COLUMN postal_code text       NOT NULL DEFAULT '' CHECK (postal_code ~ '^([0-9]{5})?$'),
  ADD COLUMN version     integer     NOT NULL DEFAULT 1,
  ADD COLUMN changed_at  timestamptz NOT NULL DEFAULT now();

ALTER TABLE place_group
  ADD COLUMN opened_by  uuid,
  ADD COLUMN retired_at timestamptz,
  ADD COLUMN version    integer     NOT NULL DEFAULT 1,
  ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();

-- A plan opens a group whatever its season. Without one, out of its season, kept for overflow or
-- retired it has no places of its own; who is inside stays.
CREATE OR REPLACE FUNCTION open_places(g place_group, night date) RETURNS integer LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN g.retired_at IS NOT NULL THEN 0
  WHEN g.opened_by IS NULL AND (g.availability = 'OVERFLOW'
    OR coalesce(night < g.open_from, false) OR coalesce(night > g.open_to, false)) THEN 0
  ELSE g.capacity_installed - g.places_closed
END;

-- Whoever leaves a group that is closing frees no place, by whichever door the figure came.
CREATE FUNCTION close_what_is_left() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wanted integer;
BEGIN
  SELECT open_places(g, NEW.night_of) INTO wanted FROM place_group g WHERE g.place_group_id = NEW.place_group_id;
  IF wanted < NEW.open THEN
    NEW.open := greatest(wanted, NEW.occupied);
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER a_closing_group_frees_no_place BEFORE UPDATE OF occupied ON capacity_night
  FOR EACH ROW WHEN (NEW.occupied < OLD.occupied) EXECUTE FUNCTION close_what_is_left();

-- Counts the changes of sites and groups, so that every gateway notices one at the price of a glance.
CREATE TABLE directory_version (
  departement text   PRIMARY KEY,
  version     bigint NOT NULL
);

-- What was brought to be imported, kept as it came: also what was refused, to look at it again.
CREATE TABLE place_import (
  import_id   uuid        PRIMARY KEY,
  departement text        NOT NULL,
  file_name   text        NOT NULL CHECK (length(file_name) <= 120),
  content     bytea       NOT NULL CHECK (length(content) <= 2097152),
  format      text        NOT NULL CHECK (format IN ('CSV', 'JSON')),
  brought_by  text        NOT NULL,
  brought_at  timestamptz NOT NULL,
  status      text        NOT NULL
    CONSTRAINT an_import_has_a_status CHECK (status IN ('BROUGHT', 'REFUSED', 'APPLIED')),
  added       integer     NOT NULL DEFAULT 0,
  changed     integer     NOT NULL DEFAULT 0,
  removed     integer     NOT NULL DEFAULT 0,
  same        integer     NOT NULL DEFAULT 0,
  refused     integer     NOT NULL DEFAULT 0,
  applied_by  text,
  applied_at  timestamptz,
  CONSTRAINT an_applied_import_says_when CHECK ((status = 'APPLIED') = (applied_at IS NOT NULL))
);

CREATE INDEX place_import_newest ON place_import (departement, brought_at DESC);

-- A group with its site in the canonical writing of the sheet (SheetField).
CREATE VIEW directory_entry AS
SELECT
  s.site_id AS site, s.name AS site_name, s.kind AS site_kind, s.organisation, s.commune,
  s.insee_code::text AS insee_code, s.postal_code, s.address, s.address_is_secret::text AS address_is_secret,
  s.phone, coalesce(s.latitude::text, '') AS latitude, coalesce(s.longitude::text, '') AS longitude,
  s.access_reduced_mobility AS site_access, s.pets_allowed AS site_pets,
  g.place_group_id AS place_group, g.name, g.place_type, g.unit, g.room_size::text AS room_size,
  g.capacity_installed::text AS installed, g.cots::text AS cots, g.on_demand::text AS on_demand, g.gender_rule,
  array_to_string(ARRAY(SELECT t FROM unnest(g.household_types) t ORDER BY t COLLATE "C"), ' ') AS household_types,
  coalesce(g.age_min::text, '') AS age_min, coalesce(g.age_max::text, '') AS age_max,
  coalesce(g.pets_allowed, '') AS pets, g.access_reduced_mobility AS access, g.availability,
  coalesce(g.open_from::text, '') AS open_from, coalesce(g.open_to::text, '') AS open_to,
  to_char(g.arrival_from, 'HH24:MI') AS arrival_from, to_char(g.arrival_until, 'HH24:MI') AS arrival_until,
  g.night_only::text AS night_only, g.stay_rule, g.release_times, g.allocation_owner,
  g.stale_after_minutes::text AS stale_after_minutes,
  g.departement, s.version AS site_version, g.version AS group_version, g.places_closed,
  g.opened_by IS NOT NULL AS opened_by_plan, g.retired_at IS NOT NULL AS retired
FROM place_group g
JOIN site s USING (site_id);
