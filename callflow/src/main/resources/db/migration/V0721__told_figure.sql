-- What shelters said, each once by its id: a repeated click, text or file changes nothing again.

CREATE TABLE told_figure (
  tell_id        uuid        PRIMARY KEY,
  place_group_id text        NOT NULL REFERENCES place_group ON DELETE CASCADE,
  night_of       date        NOT NULL,
  free           integer     NOT NULL CHECK (free >= 0),
  by_whom        text        NOT NULL,
  source         text        NOT NULL,
  at             timestamptz NOT NULL
);

CREATE INDEX told_figure_group ON told_figure (place_group_id, at DESC);
