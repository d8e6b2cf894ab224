-- What each agent last did and on which phone: survives a restart of the gateway.
CREATE TABLE agent_presence (
  agent text PRIMARY KEY,
  phone text,
  state text NOT NULL
    CHECK (state IN ('OFFLINE', 'READY', 'RINGING', 'TALKING', 'WRAP_UP', 'PAUSED')),
  reason text,
  call_id text,
  wish text,
  since timestamptz NOT NULL,
  CONSTRAINT a_pause_has_a_reason CHECK ((state = 'PAUSED') = (reason IS NOT NULL)),
  CONSTRAINT who_is_on_a_call_has_one
    CHECK ((state IN ('RINGING', 'TALKING', 'WRAP_UP')) = (call_id IS NOT NULL))
);
