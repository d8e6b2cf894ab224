-- Who may do what: accounts, sessions, and the audit trail.

CREATE TABLE account (
  agent         text        PRIMARY KEY CHECK (agent ~ '^[a-z][a-z0-9-]{0,31}$'),
  display_name  text        NOT NULL CHECK (length(display_name) BETWEEN 1 AND 60),
  role          text        NOT NULL
    CONSTRAINT a_role_is_known CHECK (role IN ('LISTENER', 'SUPERVISOR', 'PLACE_MANAGER', 'ADMIN')),
  password_hash text        NOT NULL CONSTRAINT a_password_is_hashed CHECK (password_hash LIKE '$argon2id$%'),
  created_at    timestamptz NOT NULL,
  changed_at    timestamptz NOT NULL
);

CREATE TABLE session (
  token_hash   text        PRIMARY KEY CHECK (length(token_hash) = 64),
  agent        text        NOT NULL REFERENCES account ON DELETE CASCADE,
  started_at   timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  CONSTRAINT a_session_is_seen_after_its_start CHECK (last_seen_at >= started_at)
);

CREATE INDEX session_agent ON session (agent);

-- Append-only and chained: each row carries the hash of the one before. Holds no personal data.
CREATE TABLE audit_event (
  seq           bigint      PRIMARY KEY,
  at            timestamptz NOT NULL,
  actor         text        NOT NULL,
  action        text        NOT NULL,
  object_type   text        NOT NULL,
  object_id     text        NOT NULL,
  call_id       text,
  previous_hash text        NOT NULL CHECK (length(previous_hash) = 64),
  hash          text        NOT NULL CHECK (length(hash) = 64)
);

CREATE INDEX audit_event_object ON audit_event (object_type, object_id);

CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is append-only';
END $$;

CREATE TRIGGER audit_event_is_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
