-- Rooms, seasons, hours and owners of places: what it takes to say who can be taken in together.

ALTER TABLE site
  ADD COLUMN kind text NOT NULL DEFAULT 'FIXED'
    CONSTRAINT a_site_has_a_kind CHECK (kind IN ('FIXED', 'MOBILE', 'HOTEL', 'VIRTUAL')),
  ADD COLUMN latitude  numeric(9, 6) CHECK (latitude BETWEEN -90 AND 90),
  ADD COLUMN longitude numeric(9, 6) CHECK (longitude BETWEEN -180 AND 180),
  ADD COLUMN access_reduced_mobility text NOT NULL DEFAULT 'UNKNOWN'
    CHECK (access_reduced_mobility IN ('YES', 'PARTIAL', 'NO', 'UNKNOWN')),
  ADD COLUMN pets_allowed text NOT NULL DEFAULT 'NONE'
    CHECK (pets_allowed IN ('NONE', 'DOG', 'CAT', 'SMALL', 'ANY')),
  ADD CONSTRAINT a_point_has_two_numbers CHECK ((latitude IS NULL) = (longitude IS NULL));

-- pets_allowed NULL and access_reduced_mobility UNKNOWN: as the site says. All figures count persons.
ALTER TABLE place_group
  ALTER COLUMN pets_allowed DROP NOT NULL,
  ADD COLUMN unit text NOT NULL DEFAULT 'PERSON_PLACE'
    CONSTRAINT a_place_has_a_unit CHECK (unit IN ('PERSON_PLACE', 'ROOM', 'APARTMENT')),
  ADD COLUMN room_size integer NOT NULL DEFAULT 1 CHECK (room_size BETWEEN 1 AND 20),
  ADD COLUMN cots      integer NOT NULL DEFAULT 0 CHECK (cots >= 0),
  ADD COLUMN on_demand boolean NOT NULL DEFAULT false,
  ADD COLUMN age_min   integer CHECK (age_min BETWEEN 0 AND 120),
  ADD COLUMN age_max   integer CHECK (age_max BETWEEN 0 AND 120),
  ADD COLUMN availability text NOT NULL DEFAULT 'YEAR_ROUND'
    CONSTRAINT places_are_there_always_in_a_season_or_when_it_is_too_much
    CHECK (availability IN ('YEAR_ROUND', 'SEASONAL', 'OVERFLOW')),
  ADD COLUMN open_from date,
  ADD COLUMN open_to   date,
  ADD COLUMN arrival_from time NOT NULL DEFAULT '06:00',
  ADD COLUMN stay_rule text NOT NULL DEFAULT 'OPEN_ENDED'
    CHECK (stay_rule ~ '^(OPEN_ENDED|NIGHT|MAX_NIGHTS [1-9][0-9]{0,2})$'),
  ADD COLUMN allocation_owner text NOT NULL DEFAULT 'SIAO_115'
    CONSTRAINT somebody_gives_the_places_away
    CHECK (allocation_owner IN ('SIAO_115', 'SIAO_INSERTION', 'OPERATOR')),
  -- From which hour of the day to whom, as 'WOMEN=10:00 MEN=14:00'. Empty: to everybody at any hour.
  ADD COLUMN release_times text NOT NULL DEFAULT ''
    CHECK (release_times ~ '^((WOMEN|FAMILIES|COUPLES|MEN)=([01][0-9]|2[0-3]):[0-5][0-9]( |$))*$'),
  ADD CONSTRAINT a_single_place_holds_one_person CHECK (unit <> 'PERSON_PLACE' OR room_size = 1),
  ADD CONSTRAINT rooms_are_whole CHECK (capacity_installed % room_size = 0),
  ADD CONSTRAINT the_youngest_is_not_older_than_the_oldest CHECK (age_max >= age_min),
  ADD CONSTRAINT a_season_ends_after_its_beginning CHECK (open_to >= open_from);
