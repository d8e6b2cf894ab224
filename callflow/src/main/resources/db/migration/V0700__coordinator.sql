-- The coordinator of a shift: keeps the places of the night.

ALTER TABLE account DROP CONSTRAINT a_role_is_known;
ALTER TABLE account ADD CONSTRAINT a_role_is_known
  CHECK (role IN ('LISTENER', 'COORDINATOR', 'SUPERVISOR', 'PLACE_MANAGER', 'ADMIN'));
