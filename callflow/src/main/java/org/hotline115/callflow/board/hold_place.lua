-- Keeps places of one group for one household. The same id asks twice, holds once.
-- Returns Held change | AlreadyTaken free | Closed | Ended change | OtherHold | BoardDown.

local group_id = ARGV[2]
local hold_id = ARGV[3]
local night = ARGV[4] -- [date] of the evening
local places = tonumber(ARGV[5])
local agent = ARGV[6]
local call = ARGV[7] -- may be empty
local contact = ARGV[8]
local lives_ms = tonumber(ARGV[9]) -- [ms] until it expires by itself

if not built() then
  return {'BoardDown'}
end
local now = clock()

local known = read_hold(hold_id)
if known then
  if known.group ~= group_id or known.agent ~= agent or tonumber(known.places) ~= places or known.contact ~= contact then
    return {'OtherHold'}
  end
  if known.status == 'ACTIVE' and tonumber(known.expires) <= now then
    return {'Ended', finish('EXPIRED', 'EXPIRED', now, hold_id, known)}
  end
  return {known.status == 'ACTIVE' and 'Held' or 'Ended', about(hold_id, known)}
end

local group = read_group(group_id)
if not group or group.night ~= night or tonumber(group.open) <= 0 then
  return {'Closed'}
end
local free = group.open - group.occupied - group.held
if free < places then
  return {'AlreadyTaken', tostring(math.max(0, free))}
end

local hold = {
  group = group_id, night = night, places = places, agent = agent, call = call, contact = contact,
  status = 'ACTIVE', created = now, expires = now + lives_ms, offered = '', pinned = ''
}
redis.call('HSET', PREFIX .. 'hold:' .. hold_id,
  'group', group_id, 'night', night, 'places', places, 'agent', agent, 'call', call, 'contact', contact,
  'status', 'ACTIVE', 'created', now, 'expires', hold.expires, 'offered', '', 'pinned', '')
redis.call('ZADD', EXPIRY, hold.expires, hold_id)
group.held = group.held + places
return {'Held', announce('HELD', now, group_id, group, hold_id, hold)}
