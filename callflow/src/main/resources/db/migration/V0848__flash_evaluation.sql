-- The flash evaluation, due 72 hours after the contact began. Codes only; whoever owns it does it.

CREATE TABLE flash_evaluation (
  evaluation_id uuid        PRIMARY KEY,
  contact_id    uuid        NOT NULL REFERENCES contact ON DELETE CASCADE
    CONSTRAINT one_flash_evaluation_of_a_contact UNIQUE,
  version       integer     NOT NULL CHECK (version >= 1),
  opened_at     timestamptz NOT NULL,
  opened_by     text        NOT NULL,
  due_at        timestamptz NOT NULL,
  -- Null: whoever is free takes it.
  owner         text,
  situation     text,
  last_night    text,
  since_when    text,
  reasons       text[]      NOT NULL DEFAULT '{}',
  resources     text,
  health_now    text        CHECK (health_now IN ('NONE', 'CONCERN', 'URGENT')),
  safety_now    text        CHECK (safety_now IN ('SAFE', 'RISK', 'DANGER')),
  network       boolean,
  elsewhere     boolean,
  read_back     boolean     NOT NULL DEFAULT false,
  done_at       timestamptz,
  done_by       text,
  CONSTRAINT who_did_it_is_known CHECK ((done_at IS NULL) = (done_by IS NULL)),
  CONSTRAINT what_is_done_was_asked_and_read_back CHECK (
    done_at IS NULL
    OR (situation IS NOT NULL AND health_now IS NOT NULL AND safety_now IS NOT NULL AND read_back))
);

CREATE INDEX flash_evaluation_to_do ON flash_evaluation (due_at) WHERE done_at IS NULL;
CREATE INDEX flash_evaluation_due ON flash_evaluation (due_at);
