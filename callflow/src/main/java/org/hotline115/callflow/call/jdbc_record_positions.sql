-- name: find_position
SELECT fingerprint, offset_bytes FROM record_position WHERE source = :source

-- name: remember_position
INSERT INTO record_position (source, fingerprint, offset_bytes)
VALUES (:source, :fingerprint, :offset)
ON CONFLICT (source) DO UPDATE
SET fingerprint = EXCLUDED.fingerprint, offset_bytes = EXCLUDED.offset_bytes
