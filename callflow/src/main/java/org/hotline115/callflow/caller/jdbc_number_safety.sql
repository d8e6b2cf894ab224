-- name: may_text
SELECT NOT EXISTS (SELECT 1 FROM unsafe_number WHERE caller_key = :callerKey AND no_text)
