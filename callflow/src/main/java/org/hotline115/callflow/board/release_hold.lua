-- Gives the places of a hold back at once.
-- Returns Ended change | NotYours change | NoSuchHold | BoardDown.

local hold_id = ARGV[2]
local agent = ARGV[3] -- empty: the house

local now = clock()
local hold, answer = movable(hold_id, agent, now)
if not hold then
  return answer
end
return {'Ended', finish('RELEASED', 'RELEASED', now, hold_id, hold)}
