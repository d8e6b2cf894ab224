-- For which sites an account speaks: a night watchman may look after two houses.

CREATE TABLE account_site (
  agent   text NOT NULL REFERENCES account ON DELETE CASCADE,
  site_id text NOT NULL REFERENCES site ON DELETE CASCADE,
  PRIMARY KEY (agent, site_id)
);

CREATE INDEX account_site_site ON account_site (site_id);

-- Until now a shelter's account bore the name of its site.
INSERT INTO account_site (agent, site_id)
SELECT a.agent, s.site_id FROM account a JOIN site s ON s.site_id = a.agent
WHERE a.role = 'PLACE_MANAGER';
