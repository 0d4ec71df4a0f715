-- KEYS: the lease
-- ARGV: the token of the lease to end
local held = redis.pcall('GET', KEYS[1])
if type(held) == 'string' and string.match(held, '^(%d+):%x+$') == ARGV[1] then
  return redis.call('DEL', KEYS[1])
end
return 0
