-- What a person took note of is over when a look does not find it any more: if the same comes again,
-- it is news.

ALTER TABLE board_alarm ADD COLUMN ended_at timestamptz
  CONSTRAINT only_what_was_noted_ends CHECK (ended_at IS NULL OR decision = 'ACKNOWLEDGED');

CREATE INDEX place_hold_converted ON place_hold (night_of) WHERE status = 'CONVERTED';
