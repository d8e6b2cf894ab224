-- An alarm that the board cannot put right by itself waits for a person's decision.

ALTER TABLE board_alarm ADD COLUMN night_of date;
ALTER TABLE board_alarm ADD COLUMN decision text
  CONSTRAINT an_alarm_is_decided_by_a_known_word CHECK (decision IN ('REPAIRED', 'ACKNOWLEDGED', 'VANISHED'));
ALTER TABLE board_alarm ADD COLUMN decided_by text;
ALTER TABLE board_alarm ADD COLUMN decided_at timestamptz;
ALTER TABLE board_alarm ADD CONSTRAINT a_decision_says_when CHECK ((decision IS NULL) = (decided_at IS NULL));
ALTER TABLE board_alarm ADD CONSTRAINT a_person_decides
  CHECK (decision IS NULL OR decision = 'VANISHED' OR decided_by IS NOT NULL);

CREATE UNIQUE INDEX one_open_alarm_for_one_breach ON board_alarm (departement, place_group_id, what, night_of)
  WHERE NOT repaired AND decision IS NULL;
CREATE INDEX board_alarm_newest ON board_alarm (departement, at DESC);
