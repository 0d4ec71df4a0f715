-- KEYS: the lease, the last token
-- ARGV: how long the token is remembered (milliseconds)
redis.call('DEL', KEYS[1])
return next_token(KEYS[2], ARGV[1])
