-- Months as they were published. Append-only: a correction is another version, and all stay.
CREATE TABLE frozen_month (
  month text NOT NULL CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  version int NOT NULL CHECK (version >= 1),
  zone text NOT NULL,
  service_level_seconds bigint NOT NULL,
  frozen_at timestamptz NOT NULL,
  frozen_by text NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
  PRIMARY KEY (month, version)
);

-- One figure of such a month: of one line, or of all together (line '').
CREATE TABLE indicator_snapshot (
  month text NOT NULL,
  version int NOT NULL,
  line text NOT NULL,
  code text NOT NULL,
  formula_version int NOT NULL,
  value double precision,
  rows_used bigint NOT NULL CHECK (rows_used >= 0),
  rows_excluded bigint NOT NULL CHECK (rows_excluded >= 0),
  PRIMARY KEY (month, version, line, code),
  FOREIGN KEY (month, version) REFERENCES frozen_month
);
