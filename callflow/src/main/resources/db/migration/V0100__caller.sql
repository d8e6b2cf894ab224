-- Numbers that called. The number itself is sealed (AES-GCM); it is found by its blind index.
CREATE TABLE caller (
  caller_key text PRIMARY KEY CHECK (caller_key ~ '^[0-9a-f]{64}$'),
  key_version int NOT NULL,
  sealed_number bytea,
  first_seen_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  CONSTRAINT seen_forwards CHECK (first_seen_at <= last_seen_at)
);
