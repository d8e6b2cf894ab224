-- Which grid of priorities a person chose, and when. Append-only: the last row counts.

CREATE TABLE priority_choice (
  choice_id   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  departement text        NOT NULL,
  rule_set    text        NOT NULL CHECK (rule_set ~ '^[a-z][a-z0-9-]{0,31}$'),
  chosen_by   text        NOT NULL,
  chosen_at   timestamptz NOT NULL
);

CREATE INDEX priority_choice_last ON priority_choice (departement, choice_id DESC);
