-- Webhooks of our own account whose signature was wrong: refused, and kept for a while, for the mistake
-- may be ours (the public address of the settings). What then proves right is taken.

CREATE TABLE refused_webhook (
  refused_id  uuid        PRIMARY KEY,
  uri         text        NOT NULL,
  signature   text        NOT NULL,
  sealed_body bytea       NOT NULL,
  refused_at  timestamptz NOT NULL
);

CREATE INDEX refused_webhook_age ON refused_webhook (refused_at);
