-- KEYS: the lease, the last token
-- ARGV: the owner, how long the lease runs, how long its token is remembered (both in milliseconds)
local held = redis.pcall('GET', KEYS[1])
if type(held) == 'string' and redis.call('PTTL', KEYS[1]) >= 0 then
  local token, owner = string.match(held, '^(%d+):(%x+)$')
  if owner == ARGV[1] then
    return tonumber(token) -- acquired before, but the reply was lost
  end
  if owner then
    return 0
  end
end
local token = next_token(KEYS[2], ARGV[3])
redis.call('SET', KEYS[1], string.format('%.0f:%s', token, ARGV[1]), 'PX', ARGV[2])
return token
