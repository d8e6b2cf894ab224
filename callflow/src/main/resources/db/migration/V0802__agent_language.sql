-- Which languages agents speak beside French, and who was kept waiting for one who speaks his.
CREATE TABLE account_language (
  agent text NOT NULL REFERENCES account (agent) ON DELETE CASCADE,
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$' AND language <> 'fr'),
  PRIMARY KEY (agent, language)
);
ALTER TABLE call ADD COLUMN language_held_at timestamptz;
