-- Keeps a hold from expiring or being taken back while PostgreSQL is asked to promise it.
-- Returns StillHeld change | Ended change | NotYours change | NoSuchHold | BoardDown.

local hold_id = ARGV[2]
local agent = ARGV[3]
local pin_ms = tonumber(ARGV[4]) -- [ms] from now

local now = clock()
local hold, answer = movable(hold_id, agent, now)
if not hold then
  return answer
end
hold.pinned = now + pin_ms
hold.expires = math.max(tonumber(hold.expires), hold.pinned)
redis.call('HSET', PREFIX .. 'hold:' .. hold_id, 'pinned', hold.pinned, 'expires', hold.expires)
redis.call('ZADD', EXPIRY, hold.expires, hold_id)
return {'StillHeld', announce('PINNED', now, hold.group, read_group(hold.group), hold_id, hold)}
