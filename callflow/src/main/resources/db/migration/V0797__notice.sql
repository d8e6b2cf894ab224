-- What waiting callers are told about the board: a supervisor approved it, it ends by itself.
CREATE TABLE notice (
  notice_id   uuid        PRIMARY KEY,
  audience    text        NOT NULL
    CONSTRAINT an_audience_is_known CHECK (audience IN ('WOMEN', 'FAMILIES', 'COUPLES', 'MEN')),
  until_at    timestamptz NOT NULL,
  approved_by text        NOT NULL,
  approved_at timestamptz NOT NULL,
  ended_at    timestamptz,
  ended_by    text,
  ending      text
    CONSTRAINT an_ending_is_known CHECK (ending IN ('BY_HAND', 'PLACE_FREE', 'AT_ITS_HOUR')),
  CONSTRAINT it_is_said_for_a_while CHECK (until_at > approved_at),
  CONSTRAINT an_ended_notice_says_why CHECK ((ended_at IS NULL) = (ending IS NULL)),
  CONSTRAINT a_hand_has_a_name CHECK ((ending IS NOT DISTINCT FROM 'BY_HAND') = (ended_by IS NOT NULL))
);

CREATE UNIQUE INDEX one_notice_for_each_audience ON notice (audience) WHERE ended_at IS NULL;
CREATE INDEX notice_newest ON notice (approved_at DESC);
