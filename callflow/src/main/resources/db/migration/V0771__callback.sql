-- Promises to ring a person at the turn he had. This table is the promise; what stands in Asterisk's
-- queue for it is a call (cb-<callback>-<placement>) and can be made again.
CREATE TABLE callback (
  callback_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text NOT NULL CHECK (code ~ '^[0-9]{4}$'),
  line text NOT NULL,
  queue text NOT NULL,
  caller_key text NOT NULL CHECK (caller_key ~ '^[0-9a-f]{64}$'),
  language text NOT NULL,
  presentation text NOT NULL CHECK (presentation IN ('NUMBER', 'WITHHELD')),
  kept_rank_at timestamptz NOT NULL,
  requested_at timestamptz NOT NULL,
  due_by timestamptz NOT NULL,
  status text NOT NULL CHECK (status IN (
    'QUEUED', 'DIALLING', 'REACHED', 'UNREACHABLE', 'EXPIRED', 'CANCELLED_BY_CALLER', 'MERGED')),
  people int CHECK (people BETWEEN 1 AND 99),
  children int CHECK (children BETWEEN 0 AND 99),
  place_code text CHECK (place_code ~ '^[0-9]{5}$'),
  texts boolean NOT NULL,
  from_call text NOT NULL CONSTRAINT a_call_has_one_promise UNIQUE,
  joined_call text,
  placement int NOT NULL DEFAULT 0 CHECK (placement >= 0),
  leased_until timestamptz,
  not_before timestamptz NOT NULL,
  closed_at timestamptz,
  CONSTRAINT what_is_owed_is_open
    CHECK ((status IN ('QUEUED', 'DIALLING')) = (closed_at IS NULL))
);
-- A number is owed one callback at a time.
CREATE UNIQUE INDEX callback_owed ON callback (caller_key, queue)
  WHERE status IN ('QUEUED', 'DIALLING');
CREATE INDEX callback_order ON callback (kept_rank_at) WHERE status IN ('QUEUED', 'DIALLING');
CREATE INDEX callback_closed ON callback (closed_at) WHERE closed_at IS NOT NULL;

-- Each time the person's telephone rang.
CREATE TABLE callback_attempt (
  callback_id bigint NOT NULL REFERENCES callback,
  placement int NOT NULL,
  dialled_at timestamptz NOT NULL,
  ended_at timestamptz NOT NULL,
  result text NOT NULL CHECK (result IN (
    'REACHED', 'BUSY', 'NO_ANSWER', 'UNOBTAINABLE', 'MACHINE', 'INTERRUPTED')),
  agent text,
  PRIMARY KEY (callback_id, placement)
);
