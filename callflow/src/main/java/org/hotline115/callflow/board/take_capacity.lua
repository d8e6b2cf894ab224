-- Shows figures of PostgreSQL. When a shelter spoke, the youngest holds beyond it are taken back:
-- better told now than at the door. A new night ends the holds of the last one.
-- Returns Taken change | AlreadyKnown | BoardDown.

local group_id = ARGV[2]
local takes_back = ARGV[3] == 'tell'
local figures = figures_from(4)

if not built() then
  return {'BoardDown'}
end
local now = clock()
local group = take_figures(group_id, figures)
if not group then
  return {'AlreadyKnown'}
end
local line = announce('TOLD', now, group_id, group)

local holds = {}
for _, hold_id in ipairs(redis.call('ZRANGE', EXPIRY, 0, -1)) do
  local hold = read_hold(hold_id)
  if hold and hold.group == group_id and hold.status == 'ACTIVE' then
    holds[#holds + 1] = {id = hold_id, hold = hold}
  end
end
table.sort(holds, function(a, b) return tonumber(a.hold.created) > tonumber(b.hold.created) end)

local beyond = group.occupied + group.held - group.open
for _, one in ipairs(holds) do
  one.pinned = one.hold.pinned ~= '' and tonumber(one.hold.pinned) > now
  if one.pinned or one.hold.night ~= group.night then
    beyond = beyond - one.hold.places -- on its way into occupied, or over
  end
end
for _, one in ipairs(holds) do
  if one.hold.night ~= group.night then
    line = finish('EXPIRED', 'EXPIRED', now, one.id, one.hold)
  elseif takes_back and beyond > 0 and not one.pinned then
    line = finish('RELEASED', 'TAKEN_BACK', now, one.id, one.hold)
    beyond = beyond - one.hold.places
  end
end
return {'Taken', line}
