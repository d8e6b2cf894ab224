-- Whoever came back to the queue after a talk talks with a second agent: the row then names the last
-- one, its answer and the end of the first talk are what they were, and all talks are in "talks".
ALTER TABLE call
  ADD COLUMN last_enqueued_at timestamptz,
  ADD COLUMN talks text;
