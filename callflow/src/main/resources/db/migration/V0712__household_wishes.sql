-- What a household needs of a place besides beds, to search with: nothing here is needed to close a contact.

ALTER TABLE contact
  ADD COLUMN youngest         integer CHECK (youngest BETWEEN 0 AND 120),
  ADD COLUMN oldest           integer CHECK (oldest BETWEEN 0 AND 120),
  ADD COLUMN reduced_mobility boolean,
  ADD COLUMN not_separated    boolean,
  ADD COLUMN women_only       boolean,
  ADD COLUMN cots             integer CHECK (cots BETWEEN 0 AND 10),
  ADD COLUMN way_minutes      integer CHECK (way_minutes BETWEEN 1 AND 600);
