// Lua, because each has to read and write in one step.

/** KEYS: record. ARGV: its changed members. The record as it is now, nil when there is none. */
export const CHANGE = `
local text = redis.call('GET', KEYS[1])
if not text then return nil end
local record = cjson.decode(text)
for name, value in pairs(cjson.decode(ARGV[1])) do record[name] = value end
local changed = cjson.encode(record)
redis.call('SET', KEYS[1], changed)
return changed`

/** KEYS: app. ARGV: the new one. It keeps the id and the time of the one before. */
export const SAVE_APP = `
local app = cjson.decode(ARGV[1])
local before = redis.call('GET', KEYS[1])
if before then
  before = cjson.decode(before)
  app.id = before.id
  app.createdAt = before.createdAt
end
local saved = cjson.encode(app)
redis.call('SET', KEYS[1], saved)
return saved`

/** KEYS: connector, all, of the user. ARGV: record, id. */
export const ADD_CONNECTOR = `
redis.call('SET', KEYS[1], ARGV[1])
redis.call('ZADD', KEYS[2], 0, ARGV[2])
return redis.call('ZADD', KEYS[3], 0, ARGV[2])`

/** KEYS: connector, all, of the user. ARGV: id. 1 when it was there. */
export const REMOVE_CONNECTOR = `
redis.call('ZREM', KEYS[2], ARGV[1])
redis.call('ZREM', KEYS[3], ARGV[1])
return redis.call('DEL', KEYS[1])`
