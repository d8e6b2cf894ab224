-- Ends a turn of writing the board anew. It is declared built only when this Redis was there all the
-- time: one that came back empty in between does not know the turn.
-- Returns Built | GivenBack | Disturbed.

local turn = ARGV[2]
local version = ARGV[3] -- empty: it did not come to its end
local built_id = ARGV[4]

local rebuilding = PREFIX .. 'rebuilding'
if redis.call('GET', rebuilding) ~= turn then
  return {'Disturbed'}
end
if version == '' then
  redis.call('DEL', rebuilding)
  return {'GivenBack'}
end
redis.call('SET', VERSION, version)
redis.call('SET', BUILT, built_id)
redis.call('DEL', rebuilding)
redis.call('PUBLISH', CHANGES, version)
return {'Built'}
