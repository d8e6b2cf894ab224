-- The words of the house for the codes of its forms, their order, and finer entries of its own.
-- What is recorded names the nation's code always, and the own entry beside it when one was meant:
-- the foreign keys say that the entry counts as the code it was recorded with.

CREATE TABLE reference_list (
  list       text        PRIMARY KEY,
  version    integer     NOT NULL CHECK (version >= 0),
  changed_by text,
  changed_at timestamptz
);

CREATE TABLE reference_entry (
  list     text    NOT NULL REFERENCES reference_list,
  code     text    NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
  parent   text,
  word_fr  text    NOT NULL CHECK (length(word_fr) <= 80),
  word_en  text    NOT NULL CHECK (length(word_en) <= 80),
  offered  boolean NOT NULL,
  position integer NOT NULL,
  PRIMARY KEY (list, code),
  CONSTRAINT an_own_entry_stands_below_one_code UNIQUE (list, parent, code),
  CONSTRAINT an_own_entry_has_words CHECK (parent IS NULL OR (word_fr <> '' AND word_en <> '')),
  CONSTRAINT own_codes_are_small CHECK ((parent IS NULL) = (code = upper(code)))
);

ALTER TABLE place_closure
  ADD COLUMN own_code text,
  ADD COLUMN own_list text GENERATED ALWAYS AS ('CLOSURE_REASON') STORED,
  ADD CONSTRAINT an_own_reason_counts_as_its_code
    FOREIGN KEY (own_list, reason, own_code) REFERENCES reference_entry (list, parent, code);

ALTER TABLE shelter_request
  ADD COLUMN own_code text,
  ADD COLUMN own_list text GENERATED ALWAYS AS ('UNMET_REASON') STORED,
  ADD CONSTRAINT an_own_reason_counts_as_its_code
    FOREIGN KEY (own_list, unmet_reason, own_code) REFERENCES reference_entry (list, parent, code),
  ADD CONSTRAINT an_own_reason_needs_its_code CHECK (own_code IS NULL OR unmet_reason IS NOT NULL);
