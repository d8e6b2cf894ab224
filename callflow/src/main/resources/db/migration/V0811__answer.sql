-- What people answer: who wants no more texts of which kind, and words that a person must read.

ALTER TABLE sms_opt_out
  ADD COLUMN purpose text NOT NULL DEFAULT 'ALL'
    CONSTRAINT a_refusal_is_of_a_kind CHECK (purpose IN ('ALL', 'APPOINTMENT', 'SURVEY')),
  DROP CONSTRAINT sms_opt_out_pkey,
  ADD PRIMARY KEY (recipient_key, purpose),
  DROP CONSTRAINT sms_opt_out_via_check,
  ADD CONSTRAINT a_refusal_came_by_a_way CHECK (via IN ('PROVIDER', 'SMS'));

CREATE INDEX message_of_recipient ON message (recipient_key, created_at);

CREATE TABLE text_alert (
  alert_id    uuid        PRIMARY KEY,
  provider_id text        NOT NULL REFERENCES inbound_text ON DELETE CASCADE
    CONSTRAINT one_text_raises_one_alert UNIQUE,
  raised_at   timestamptz NOT NULL,
  taken_at    timestamptz,
  taken_by    text,
  CONSTRAINT who_took_it_did_so_once CHECK ((taken_at IS NULL) = (taken_by IS NULL))
);

CREATE INDEX text_alert_open ON text_alert (raised_at) WHERE taken_at IS NULL;
