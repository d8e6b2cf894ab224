-- What supervisors decided about lines and calls. Append-only: the last act of a sort is what holds.

CREATE TABLE line_act (
  act_id     uuid        PRIMARY KEY,
  seq        bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
  line       text        NOT NULL,
  act        text        NOT NULL
    CONSTRAINT an_act_is_known CHECK (act IN ('OPENED', 'CLOSED', 'BY_HOURS', 'CAP_MOVED', 'CALL_PUT_FIRST')),
  until_at   timestamptz,
  cap        integer     CHECK (cap BETWEEN 0 AND 10000),
  call_id    text,
  reason     text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
  decided_by text        NOT NULL,
  decided_at timestamptz NOT NULL,
  CONSTRAINT a_put_call_is_named CHECK ((act = 'CALL_PUT_FIRST') = (call_id IS NOT NULL)),
  CONSTRAINT only_a_switch_ends CHECK (until_at IS NULL OR act IN ('OPENED', 'CLOSED'))
);

CREATE INDEX line_act_of_line ON line_act (line, seq DESC);

-- Messages that callers of a closed line left. The sound itself is a file in Asterisk's spool.
CREATE TABLE voicemail (
  call_id     text        PRIMARY KEY,
  line        text        NOT NULL,
  left_at     timestamptz NOT NULL,
  seconds     integer     NOT NULL CHECK (seconds > 0),
  done_by     text,
  done_at     timestamptz,
  erased_at   timestamptz,
  CONSTRAINT a_done_message_says_who CHECK ((done_by IS NULL) = (done_at IS NULL))
);

CREATE INDEX voicemail_open ON voicemail (left_at) WHERE erased_at IS NULL;
