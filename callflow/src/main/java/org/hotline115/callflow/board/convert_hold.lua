-- PostgreSQL has the placement: shows the row's new figures and ends the hold, together.
-- Returns Ended change | NoSuchHold | BoardDown.

local hold_id = ARGV[2]
local group_id = ARGV[3]

if not built() then
  return {'BoardDown'}
end
local now = clock()
local taken = take_figures(group_id, figures_from(4))
local hold = read_hold(hold_id)
if hold and hold.status == 'ACTIVE' then
  return {'Ended', finish('CONVERTED', 'CONVERTED', now, hold_id, hold)}
end
if taken then
  announce('TOLD', now, group_id, taken)
end
if not hold then
  return {'NoSuchHold'}
end
return {'Ended', about(hold_id, hold)}
