-- The rescue may be rung again after a miss, and by the agent who speaks with the caller. Whose line
-- drops after a miss and who rings again is still taken before all.
ALTER TABLE call
  ADD COLUMN rescue_rung_at timestamptz,
  DROP CONSTRAINT call_rank_reason_check,
  ADD CONSTRAINT the_reason_of_a_rank_is_known CHECK (rank_reason IN
    ('ARRIVAL', 'REDIAL', 'CALLBACK', 'RESCUE_UNANSWERED', 'RESCUE_REDIAL')),
  ADD CONSTRAINT who_rings_again_rang_before
    CHECK (rank_reason IS DISTINCT FROM 'RESCUE_REDIAL' OR rank_of IS NOT NULL);
UPDATE call SET rescue_rung_at = handed_off_at WHERE handed_off_at IS NOT NULL;
