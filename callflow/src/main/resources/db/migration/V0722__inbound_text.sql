-- Texts that came in. Written down before anybody reads them, so that none is lost and none counts
-- twice; number and words are sealed and may be taken out later.

CREATE TABLE inbound_text (
  provider_id   text        PRIMARY KEY,
  sender_key    text        CHECK (length(sender_key) = 64),
  sealed_number bytea,
  sealed_body   bytea,
  received_at   timestamptz NOT NULL,
  status        text        NOT NULL
    CONSTRAINT an_inbound_status_is_known CHECK (status IN ('RECEIVED', 'TAKEN', 'KEPT', 'FAILED')),
  -- When somebody must read it: at once, or when the lease of a gateway that died ends.
  due_at        timestamptz,
  tries         integer     NOT NULL DEFAULT 0,
  taken_by      text,
  CONSTRAINT what_waits_is_due CHECK ((status = 'RECEIVED') = (due_at IS NOT NULL))
);

CREATE INDEX inbound_text_due ON inbound_text (due_at) WHERE status = 'RECEIVED';
CREATE INDEX inbound_text_sender ON inbound_text (sender_key, received_at);
