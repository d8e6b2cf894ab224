-- Texts to people. The row is written before any provider is asked; number and words are sealed
-- and may be taken out later, the fate of the text stays.

CREATE TABLE message (
  message_id     uuid        PRIMARY KEY,
  cause          text        NOT NULL CONSTRAINT one_cause_has_one_text UNIQUE,
  template       text        NOT NULL,
  language       text        NOT NULL,
  contact_id     uuid,
  placement_id   uuid,
  agent          text        NOT NULL,
  recipient_key  text        CHECK (length(recipient_key) = 64),
  sealed_number  bytea,
  sealed_body    bytea,
  segments       integer     NOT NULL CHECK (segments >= 0),
  status         text        NOT NULL
    CONSTRAINT a_status_is_known CHECK (status IN
      ('QUEUED', 'SENDING', 'UNKNOWN', 'SENT', 'DELIVERED', 'UNDELIVERED', 'FAILED', 'EXPIRED',
       'JOURNALED', 'SUPPRESSED_DISCRETION', 'SUPPRESSED_OPT_OUT')),
  created_at     timestamptz NOT NULL,
  not_after      timestamptz NOT NULL,
  -- When somebody must look at it next: to send, to end a lease, to ask the provider.
  due_at         timestamptz,
  tries          integer     NOT NULL DEFAULT 0,
  sent_again     boolean     NOT NULL DEFAULT false,
  first_tried_at timestamptz,
  unknown_since  timestamptz,
  sent_at        timestamptz,
  provider       text,
  provider_id    text        CONSTRAINT a_provider_id_is_of_one_text UNIQUE,
  error_code     text,
  CONSTRAINT an_open_text_has_its_words
    CHECK (status NOT IN ('QUEUED', 'SENDING', 'UNKNOWN')
           OR (sealed_number IS NOT NULL AND sealed_body IS NOT NULL)),
  CONSTRAINT discretion_writes_no_words
    CHECK (status <> 'SUPPRESSED_DISCRETION' OR sealed_body IS NULL)
);

CREATE INDEX message_due ON message (status, due_at)
  WHERE status IN ('QUEUED', 'SENDING', 'UNKNOWN');
CREATE INDEX message_latest ON message (created_at DESC, message_id DESC);

-- Who wants no more texts; nothing but the key is kept of them.
CREATE TABLE sms_opt_out (
  recipient_key text        PRIMARY KEY CHECK (length(recipient_key) = 64),
  at            timestamptz NOT NULL,
  via           text        NOT NULL CHECK (via IN ('PROVIDER'))
);
