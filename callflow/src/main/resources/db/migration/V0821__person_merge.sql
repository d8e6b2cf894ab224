-- One person noted twice. Nothing is moved: a merge says that one file is read in the other's from
-- now on, and undoing it says so no more.

CREATE TABLE person_merge (
  merge_id  uuid        PRIMARY KEY,
  person_id uuid        NOT NULL REFERENCES person,
  into_id   uuid        NOT NULL REFERENCES person,
  merged_at timestamptz NOT NULL,
  merged_by text        NOT NULL,
  undone_at timestamptz,
  undone_by text,
  CONSTRAINT nobody_is_merged_into_themselves CHECK (person_id <> into_id),
  CONSTRAINT who_undid_it_is_known CHECK ((undone_at IS NULL) = (undone_by IS NULL))
);

CREATE UNIQUE INDEX a_person_is_merged_into_one ON person_merge (person_id) WHERE undone_at IS NULL;
CREATE INDEX person_merge_into ON person_merge (into_id) WHERE undone_at IS NULL;

-- In whose file this person is read. A merge goes from a root to another root, so it always ends.
CREATE FUNCTION person_root(of_person uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  WITH RECURSIVE up AS (
    SELECT of_person AS id, 0 AS steps
    UNION ALL
    SELECT m.into_id, up.steps + 1 FROM up JOIN person_merge m ON m.person_id = up.id AND m.undone_at IS NULL
  )
  SELECT id FROM up ORDER BY steps DESC LIMIT 1
$$;

-- Everybody who is read in this file, itself included.
CREATE FUNCTION person_file(root uuid) RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 3 AS $$
  WITH RECURSIVE down AS (
    SELECT root AS id
    UNION ALL
    SELECT m.person_id FROM down JOIN person_merge m ON m.into_id = down.id AND m.undone_at IS NULL
  )
  SELECT id FROM down
$$;
