-- Plans for cold, heat and storms: which temporary groups are open because somebody decided so.

CREATE TABLE surge_plan (
  plan_id     uuid        PRIMARY KEY,
  departement text        NOT NULL,
  name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  kind        text        NOT NULL CHECK (kind IN ('WINTER', 'COLD_SPELL', 'HEATWAVE', 'STORM', 'OTHER')),
  level       integer     NOT NULL CHECK (level BETWEEN 1 AND 4),
  from_at     timestamptz NOT NULL,
  to_at       timestamptz,
  status      text        NOT NULL
    CONSTRAINT a_plan_has_a_status CHECK (status IN ('PLANNED', 'OPEN', 'CLOSED', 'CANCELLED')),
  due_at      timestamptz,
  CONSTRAINT a_plan_ends_after_its_beginning CHECK (to_at > from_at)
);

CREATE INDEX surge_plan_due ON surge_plan (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE surge_plan_group (
  plan_id        uuid NOT NULL REFERENCES surge_plan,
  place_group_id text NOT NULL REFERENCES place_group,
  PRIMARY KEY (plan_id, place_group_id)
);

CREATE INDEX surge_plan_of_group ON surge_plan_group (place_group_id);

-- Who decided what, in which words or by which reference. Append-only.
CREATE TABLE surge_decision (
  decision_id bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  plan_id     uuid        NOT NULL REFERENCES surge_plan,
  what        text        NOT NULL CHECK (what IN ('DECIDED', 'OPENED', 'CLOSED', 'CANCELLED')),
  words       text        NOT NULL CHECK (length(words) <= 500),
  decided_by  text        NOT NULL,
  decided_at  timestamptz NOT NULL
);

CREATE INDEX surge_decision_plan ON surge_decision (plan_id);
