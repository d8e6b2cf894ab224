-- Stands before every script of the board: its clock, its hashes, and the one way to change it.
-- KEYS[1..5]: built, version, changes, expiry, groups of one département. ARGV[1]: their prefix.

local BUILT, VERSION, CHANGES, EXPIRY, GROUPS = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local PREFIX = ARGV[1]

local CHANGES_MAX = 200000 -- [changes] kept for screens and the journal that fell behind
local ENDED_HOLD_MS = 86400000 -- [ms] an ended hold still answers a repeated question

local GROUP = {'night', 'open', 'occupied', 'promised', 'held', 'told_at', 'told_by', 'source', 'record', 'version'}
local HOLD = {'group', 'night', 'places', 'agent', 'call', 'contact', 'status', 'created', 'expires', 'offered', 'pinned'}

-- [ms] since 1970, on this server's clock: the only clock that holds are compared on.
local function clock()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

local function built()
  return redis.call('EXISTS', BUILT) == 1
end

local function read(key, names)
  local values = redis.call('HMGET', key, unpack(names))
  if not values[1] then
    return nil
  end
  local record = {}
  for i = 1, #names do
    record[names[i]] = values[i] or ''
  end
  return record
end

local function read_group(id)
  return read(PREFIX .. 'group:' .. id, GROUP)
end

local function read_hold(id)
  return read(PREFIX .. 'hold:' .. id, HOLD)
end

-- One line of text: version, time, verb, group id, group fields[, hold id, hold fields].
local function describe(verb, now, group_id, group, hold_id, hold)
  local parts = {group.version, now, verb, group_id}
  for i = 1, #GROUP do
    parts[#parts + 1] = group[GROUP[i]]
  end
  if hold_id then
    parts[#parts + 1] = hold_id
    for i = 1, #HOLD do
      parts[#parts + 1] = hold[HOLD[i]]
    end
  end
  return table.concat(parts, '\t')
end

-- Numbers the change, keeps it (stream id = version) and tells everybody, in the same breath.
local function announce(verb, now, group_id, group, hold_id, hold)
  group.version = redis.call('INCR', VERSION)
  redis.call('HSET', PREFIX .. 'group:' .. group_id, 'held', group.held, 'version', group.version)
  local line = describe(verb, now, group_id, group, hold_id, hold)
  redis.call('XADD', CHANGES, 'MAXLEN', '~', CHANGES_MAX, group.version .. '-1', 'c', line)
  redis.call('PUBLISH', CHANGES, line)
  return line
end

-- The answer about a hold without a change.
local function about(hold_id, hold)
  return describe('TOLD', clock(), hold.group, read_group(hold.group), hold_id, hold)
end

-- Ends an active hold and gives its places back, exactly once: only an ACTIVE one comes here.
local function finish(status, verb, now, hold_id, hold)
  local key = PREFIX .. 'hold:' .. hold_id
  hold.status = status
  redis.call('ZREM', EXPIRY, hold_id)
  redis.call('HSET', key, 'status', status)
  redis.call('PEXPIRE', key, ENDED_HOLD_MS)
  local group = read_group(hold.group)
  group.held = group.held - hold.places
  return announce(verb, now, hold.group, group, hold_id, hold)
end

-- The hold if this agent ('' = the house) may move it now; else the answer to give instead.
local function movable(hold_id, agent, now)
  if not built() then
    return nil, {'BoardDown'}
  end
  local hold = read_hold(hold_id)
  if not hold then
    return nil, {'NoSuchHold'}
  end
  if hold.status == 'ACTIVE' and tonumber(hold.expires) <= now then
    return nil, {'Ended', finish('EXPIRED', 'EXPIRED', now, hold_id, hold)}
  end
  if agent ~= '' and agent ~= hold.agent then
    return nil, {'NotYours', about(hold_id, hold)}
  end
  if hold.status ~= 'ACTIVE' then
    return nil, {'Ended', about(hold_id, hold)}
  end
  return hold
end

-- Takes over the figures of PostgreSQL, unless what is shown is as new. Returns the group or nil.
local function take_figures(group_id, figures)
  local group = read_group(group_id)
  if group and group.night == figures.night and tonumber(group.record) >= tonumber(figures.record) then
    return nil
  end
  local key = PREFIX .. 'group:' .. group_id
  figures.held = group and group.held or 0
  figures.version = group and group.version or 0
  local flat = {}
  for i = 1, #GROUP do
    flat[#flat + 1] = GROUP[i]
    flat[#flat + 1] = figures[GROUP[i]]
  end
  redis.call('HSET', key, unpack(flat))
  redis.call('SADD', GROUPS, group_id)
  return figures
end

local function figures_from(first)
  return {
    night = ARGV[first], open = ARGV[first + 1], occupied = ARGV[first + 2], promised = ARGV[first + 3],
    told_at = ARGV[first + 4], told_by = ARGV[first + 5], source = ARGV[first + 6], record = ARGV[first + 7]
  }
end
