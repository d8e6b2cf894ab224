-- Marks that the place was offered to the person; the first time counts.
-- Returns StillHeld change | Ended change | NotYours change | NoSuchHold | BoardDown.

local hold_id = ARGV[2]
local agent = ARGV[3]

local now = clock()
local hold, answer = movable(hold_id, agent, now)
if not hold then
  return answer
end
if hold.offered ~= '' then
  return {'StillHeld', about(hold_id, hold)}
end
hold.offered = now
redis.call('HSET', PREFIX .. 'hold:' .. hold_id, 'offered', now)
return {'StillHeld', announce('OFFERED', now, hold.group, read_group(hold.group), hold_id, hold)}
