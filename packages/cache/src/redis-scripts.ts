import { defineScript, type CommandParser } from 'redis';

/** Stores a value that has no version. KEYS: value, version. ARGV: JSON, time to live in ms. */
const STORE = `
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
redis.call('DEL', KEYS[2])
return 1`;

/**
 * Stores a value unless one of an equal or higher version is there. A version without its value, which Redis may have
 * dropped for want of memory, stops nothing. KEYS: value, version. ARGV: JSON, time to live in ms, version.
 */
const STORE_IF_NEWER = `
local version = redis.call('GET', KEYS[2])
if version and redis.call('EXISTS', KEYS[1]) == 1 and tonumber(version) >= tonumber(ARGV[3]) then
  return 0
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
redis.call('SET', KEYS[2], ARGV[3], 'PX', ARGV[2])
return 1`;

/** Key of the version beside a value's. */
export function versionKey(key: string): string {
  return `${key}#version`;
}

/** Redis runs a script as one step; it is sent as its hash, and as text when Redis does not know it. */
export const REDIS_SCRIPTS = {
  store: script(STORE),
  storeIfNewer: script(STORE_IF_NEWER),
};

function script(text: string) {
  return defineScript({
    NUMBER_OF_KEYS: 2,
    SCRIPT: text,
    parseCommand(parser: CommandParser, key: string, ...values: readonly (string | number)[]) {
      parser.pushKeys([key, versionKey(key)]);
      parser.push(...values.map(String));
    },
    transformReply: (reply: unknown) => reply === 1,
  });
}
