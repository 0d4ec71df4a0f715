-- KEYS: the schedule
-- ARGV: the version to replace, the new version and schedule, when its last code expires
--       (milliseconds since 1970), how long it is kept at least (milliseconds)
local held = redis.pcall('GET', KEYS[1])
local version = type(held) == 'table' and 'no text' or held and string.sub(held, 1, 8) or ''
if version ~= ARGV[1] then
  return 0
end
local time = redis.call('TIME')
local left = tonumber(ARGV[3]) - time[1] * 1000 - math.floor(time[2] / 1000)
redis.call('SET', KEYS[1], ARGV[2], 'PX', string.format('%.0f', math.max(left, tonumber(ARGV[4]))))
return 1
