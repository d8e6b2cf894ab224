-- What one shift leaves to the next: the log book, notes to be read, tasks with an owner. Words are
-- sealed (bytea); nothing is taken out, what was wrong is corrected by another entry.

CREATE TABLE shift_entry (
  entry_id   uuid        PRIMARY KEY,
  kind       text        NOT NULL CONSTRAINT an_entry_has_a_kind CHECK (kind IN ('EVENT', 'NOTE')),
  words      bytea       NOT NULL,
  written_by text        NOT NULL,
  written_at timestamptz NOT NULL
);

CREATE INDEX shift_entry_newest ON shift_entry (written_at DESC, entry_id);

-- Who has read a note for the next shift.
CREATE TABLE shift_entry_read (
  entry_id uuid        NOT NULL REFERENCES shift_entry,
  agent    text        NOT NULL,
  read_at  timestamptz NOT NULL,
  PRIMARY KEY (entry_id, agent)
);

CREATE TABLE shift_task (
  task_id    uuid        PRIMARY KEY,
  words      bytea       NOT NULL,
  -- Null: whoever is free takes it.
  owner      text,
  due_at     timestamptz,
  created_by text        NOT NULL,
  created_at timestamptz NOT NULL,
  version    integer     NOT NULL CHECK (version >= 1),
  done_by    text,
  done_at    timestamptz,
  CONSTRAINT who_did_it_is_known CHECK ((done_at IS NULL) = (done_by IS NULL))
);

CREATE INDEX shift_task_open ON shift_task (due_at) WHERE done_at IS NULL;
CREATE INDEX shift_task_done ON shift_task (done_at) WHERE done_at IS NOT NULL;
