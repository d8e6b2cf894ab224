-- What became of a message: its caller is owed a callback, or somebody must listen to it.
ALTER TABLE voicemail ADD COLUMN task text CHECK (task IN ('CALLBACK', 'LISTEN'));
CREATE INDEX voicemail_without_task ON voicemail (left_at)
  WHERE task IS NULL AND done_at IS NULL AND erased_at IS NULL;
