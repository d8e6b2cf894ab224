-- What a household needs of a place besides beds, frozen with its request: whoever gives a place that
-- came back asks the same questions as the search on the desk.

ALTER TABLE shelter_request
  ADD COLUMN reduced_mobility boolean NOT NULL DEFAULT false,
  ADD COLUMN not_separated    boolean NOT NULL DEFAULT false,
  ADD COLUMN women_only       boolean NOT NULL DEFAULT false,
  ADD COLUMN cots             integer NOT NULL DEFAULT 0 CHECK (cots >= 0),
  ADD COLUMN way_minutes      integer CHECK (way_minutes > 0),
  ADD COLUMN youngest         integer CHECK (youngest >= 0),
  ADD COLUMN oldest           integer CHECK (oldest >= 0);
