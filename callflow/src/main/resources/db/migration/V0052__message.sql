-- The outbox of text messages. Number and text are encrypted.

CREATE TABLE message (
  message_id    uuid        PRIMARY KEY,
  cause_id      uuid        NOT NULL,
  template_code text        NOT NULL,
  to_key        text,
  to_cipher     bytea,
  body_cipher   bytea,
  segments      integer     NOT NULL CHECK (segments >= 0),
  status        text        NOT NULL,
  rank          integer     NOT NULL CHECK (rank BETWEEN 0 AND 5),
  attempts      integer     NOT NULL DEFAULT 0,
  caused_by     text        NOT NULL,
  created_at    timestamptz NOT NULL,
  not_after     timestamptz NOT NULL,
  due_at        timestamptz NOT NULL,
  tried_at      timestamptz,
  sent_at       timestamptz,
  provider_id   text        CONSTRAINT a_provider_id_is_one_message UNIQUE,
  error_code    text,
  CONSTRAINT one_text_for_one_cause UNIQUE (cause_id, template_code),
  CONSTRAINT what_is_to_be_sent_has_a_number_and_a_text CHECK (
    status LIKE 'SUPPRESSED%' OR (to_cipher IS NOT NULL AND body_cipher IS NOT NULL))
);

CREATE INDEX message_due ON message (due_at) WHERE status IN ('QUEUED', 'SENDING', 'UNKNOWN');
CREATE INDEX message_newest ON message (created_at DESC);

CREATE TABLE sms_opt_out (
  to_key text        PRIMARY KEY CHECK (length(to_key) = 64),
  at     timestamptz NOT NULL,
  via    text        NOT NULL
);
