-- name: find_number
SELECT sealed_number FROM caller WHERE caller_key = :callerKey AND sealed_number IS NOT NULL

-- name: find_numbers
SELECT caller_key, sealed_number FROM caller
WHERE caller_key = ANY (:callerKeys) AND sealed_number IS NOT NULL

-- name: remember_caller
INSERT INTO caller (caller_key, key_version, sealed_number, first_seen_at, last_seen_at)
VALUES (:callerKey, :keyVersion, :sealedNumber, :seenAt, :seenAt)
ON CONFLICT (caller_key) DO UPDATE
SET first_seen_at = LEAST(caller.first_seen_at, EXCLUDED.first_seen_at),
    last_seen_at = GREATEST(caller.last_seen_at, EXCLUDED.last_seen_at),
    sealed_number = COALESCE(caller.sealed_number, EXCLUDED.sealed_number)
