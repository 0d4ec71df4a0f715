-- Server time in microseconds, or one more than the last token where the clock was set back.
-- So tokens go on growing even after the last one was forgotten, or lost in a failover.
local function next_token(key, kept_millis)
  local time = redis.call('TIME')
  local now = time[1] * 1000000 + time[2]
  local last = tonumber(redis.pcall('GET', key)) or 0
  if not (last < 9007199254740991) then
    last = 0 -- no number of ours, and beyond what Lua counts exactly
  end
  local token = math.max(now, last + 1)
  redis.call('SET', key, string.format('%.0f', token), 'PX', kept_millis)
  return token
end
