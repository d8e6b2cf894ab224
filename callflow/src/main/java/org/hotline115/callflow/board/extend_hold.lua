-- Gives an active hold more time, never less and never beyond its longest life.
-- Returns StillHeld change | Ended change | NotYours change | NoSuchHold | BoardDown.

local hold_id = ARGV[2]
local agent = ARGV[3]
local more_ms = tonumber(ARGV[4]) -- [ms] from now
local most_ms = tonumber(ARGV[5]) -- [ms] from its creation

local now = clock()
local hold, answer = movable(hold_id, agent, now)
if not hold then
  return answer
end
local expires = math.min(now + more_ms, hold.created + most_ms)
if expires <= tonumber(hold.expires) then
  return {'StillHeld', about(hold_id, hold)}
end
hold.expires = expires
redis.call('HSET', PREFIX .. 'hold:' .. hold_id, 'expires', expires)
redis.call('ZADD', EXPIRY, expires, hold_id)
return {'StillHeld', announce('EXTENDED', now, hold.group, read_group(hold.group), hold_id, hold)}
