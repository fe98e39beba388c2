// Lua, because each has to compare and write in one step. Sent as text each time: Redis keeps them
// compiled, and there is nothing to load again after a failover.

// A credential's text begins with its version, which is all that a comparison reads of it.
const version = "local version = redis.call('GETRANGE', KEYS[1], 0, 35)"

/**
 * KEYS: credential. ARGV: what is expected (`*` anything, `-` nothing, `=` and a version), text. 1 when written, 0
 * when it is another one. Where the text is there already, the answer was lost with its connection, and the client sent it again.
 */
export const PUT = `
${version}
if version == string.sub(ARGV[2], 1, 36) then return 1 end
if ARGV[1] ~= '*' and ARGV[1] ~= (version == '' and '-' or '=' .. version) then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1`

/** KEYS: credential. ARGV: expected version. 1 when deleted, 0 when there is none, -1 when it is another one. */
export const DELETE_VERSION = `
${version}
if version == '' then return 0 end
if version ~= ARGV[1] then return -1 end
return redis.call('DEL', KEYS[1])`

/** KEYS: lease. ARGV: owner, milliseconds. */
export const RENEW = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`

/** KEYS: lease. ARGV: owner. */
export const RELEASE = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])`

/** KEYS: index, missing. ARGV: subject. */
export const INDEX = `
redis.call('ZADD', KEYS[1], 0, ARGV[1])
return redis.call('ZREM', KEYS[2], ARGV[1])`

/**
 * KEYS: index, missing. ARGV: now and the patience in milliseconds, subjects without a credential.
 * A subject goes only when it has been without one for a while: a write may be just between the
 * index and the credential, which in a cluster are on different nodes.
 */
export const REPAIR = `
local gone = 0
for i = 3, #ARGV do
  redis.call('ZADD', KEYS[2], 'NX', ARGV[1], ARGV[i])
  if tonumber(redis.call('ZSCORE', KEYS[2], ARGV[i])) <= ARGV[1] - ARGV[2] then
    redis.call('ZREM', KEYS[1], ARGV[i])
    redis.call('ZREM', KEYS[2], ARGV[i])
    gone = gone + 1
  end
end
return gone`
