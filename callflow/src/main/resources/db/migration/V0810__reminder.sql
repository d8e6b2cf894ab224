-- Reminders: how the person of an appointment is reached, and texts that wait for their moment.

ALTER TABLE appointment
  ADD COLUMN number_key    text CHECK (length(number_key) = 64),
  ADD COLUMN sealed_number bytea,
  ADD COLUMN sms_agreed    boolean NOT NULL DEFAULT false,
  ADD COLUMN discretion    text    NOT NULL DEFAULT 'NORMAL'
    CONSTRAINT a_discretion_is_known CHECK (discretion IN ('NORMAL', 'NEUTRAL', 'NONE')),
  ADD COLUMN language      text    NOT NULL DEFAULT 'fr' CHECK (language ~ '^[a-z]{2}$'),
  -- How often its texts were planned anew: part of each text's cause.
  ADD COLUMN plans         integer NOT NULL DEFAULT 0 CHECK (plans >= 0),
  ADD CONSTRAINT a_number_is_sealed_and_findable
    CHECK ((number_key IS NULL) = (sealed_number IS NULL)),
  ADD CONSTRAINT nobody_is_written_to_without_a_number
    CHECK (NOT sms_agreed OR number_key IS NOT NULL);

CREATE INDEX appointment_of_number ON appointment (number_key, starts_at)
  WHERE number_key IS NOT NULL;

ALTER TABLE message
  ADD COLUMN appointment_id uuid,
  -- By whose clock the hour must be allowed; null: it is waited for and may leave at any hour.
  ADD COLUMN quiet_zone     text,
  DROP CONSTRAINT a_status_is_known,
  ADD CONSTRAINT a_status_is_known CHECK (status IN
    ('QUEUED', 'SENDING', 'UNKNOWN', 'SENT', 'DELIVERED', 'UNDELIVERED', 'FAILED', 'EXPIRED',
     'WITHDRAWN', 'JOURNALED', 'SUPPRESSED_DISCRETION', 'SUPPRESSED_OPT_OUT'));

CREATE INDEX message_of_appointment ON message (appointment_id) WHERE appointment_id IS NOT NULL;
