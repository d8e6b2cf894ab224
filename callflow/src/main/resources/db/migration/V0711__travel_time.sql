-- Minutes from a commune to a site, computed beforehand by whoever can, with where it comes from.

CREATE TABLE travel_time (
  from_insee_code char(5) NOT NULL CHECK (from_insee_code ~ '^([0-9]{2}|2[AB])[0-9]{3}$'),
  site_id         text    NOT NULL REFERENCES site,
  mode            text    NOT NULL CHECK (mode IN ('TRANSIT', 'WALK', 'CAR')),
  minutes         integer NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
  source          text    NOT NULL CHECK (length(source) BETWEEN 1 AND 80),
  computed_on     date    NOT NULL,
  PRIMARY KEY (from_insee_code, site_id, mode)
);
