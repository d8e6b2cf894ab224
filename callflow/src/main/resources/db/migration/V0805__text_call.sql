-- A promise to somebody who writes instead of speaking: he is answered by text, at his turn.
ALTER TABLE callback ADD COLUMN channel text NOT NULL DEFAULT 'VOICE' CHECK (channel IN ('VOICE', 'TEXT'));
