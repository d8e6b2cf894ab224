-- Ends the holds whose time ran out, at most one batch.
-- Returns Expired change ... | BoardDown.

local batch_max = tonumber(ARGV[2])

if not built() then
  return {'BoardDown'}
end
local now = clock()
local answer = {'Expired'}
for _, hold_id in ipairs(redis.call('ZRANGEBYSCORE', EXPIRY, '-inf', now, 'LIMIT', 0, batch_max)) do
  local hold = read_hold(hold_id)
  if hold and hold.status == 'ACTIVE' then
    answer[#answer + 1] = finish('EXPIRED', 'EXPIRED', now, hold_id, hold)
  else
    redis.call('ZREM', EXPIRY, hold_id)
  end
end
return answer
