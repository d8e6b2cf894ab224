-- A coordinator asks a silent shelter at once. Such a question stands beside the rounds of the
-- night and takes none of them away.

ALTER TABLE shelter_asking
  ALTER COLUMN round DROP NOT NULL,
  ADD COLUMN asked_for text,
  ADD CONSTRAINT who_asks_outside_the_rounds_has_a_name CHECK ((round IS NULL) = (asked_for IS NOT NULL));
