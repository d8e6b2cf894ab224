-- When a row last changed: what just changed is compared with Redis without reading all.

ALTER TABLE capacity_night ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
CREATE INDEX capacity_night_changed ON capacity_night (night_of, changed_at);
DROP INDEX capacity_night_of;
