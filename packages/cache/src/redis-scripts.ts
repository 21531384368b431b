import { defineScript, type CommandParser } from 'redis';
import type { TokenBucket } from './cache.ts';
import { TOLERANCE } from './token-arithmetic.ts';

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

/**
 * Takes a token. A bucket is the text `debt at`: the tokens it lacked, and when, in µs of Redis' own clock; one that is
 * not there is full. It expires when it would be full; Redis counts that from the whole ms before now, hence two more.
 * A refusal changes nothing. KEYS: bucket. ARGV: capacity, tokens a second. Answers 1 or 0, and the debt after it.
 */
const TAKE_TOKEN = `
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local capacity, perSecond = tonumber(ARGV[1]), tonumber(ARGV[2])
local debt = 0
local kept = redis.call('GET', KEYS[1])
if kept then
  local lacked, at = string.match(kept, '^(%S+) (%S+)$')
  debt = math.max(0, tonumber(lacked) - math.max(0, now - tonumber(at)) * perSecond / 1000000)
end
if debt + 1 > capacity + ${TOLERANCE} then
  return {0, string.format('%.17g', debt)}
end
debt = debt + 1
local life = math.min(math.ceil(debt / perSecond * 1000) + 2, 1e12)
redis.call('SET', KEYS[1], string.format('%.17g %.17g', debt, now), 'PX', string.format('%.0f', life))
return {1, string.format('%.17g', debt)}`;

const VERSION = '#version';

/** Key of the version beside a value's. */
export function versionKey(key: string): string {
  return key + VERSION;
}

export function isVersionKey(key: string): boolean {
  return key.endsWith(VERSION);
}

/** Key of a token bucket; a value of the same name has another. */
export function bucketKey(key: string): string {
  return `${key}#bucket`;
}

/** Redis runs a script as one step; it is sent as its hash, and as text when Redis does not know it. */
export const REDIS_SCRIPTS = {
  store: storing(STORE),
  storeIfNewer: storing(STORE_IF_NEWER),
  takeToken: defineScript({
    NUMBER_OF_KEYS: 1,
    SCRIPT: TAKE_TOKEN,
    parseCommand(parser: CommandParser, key: string, { capacity, perSecond }: TokenBucket) {
      parser.pushKey(key);
      parser.push(String(capacity), String(perSecond));
    },
    transformReply: (reply: unknown) => {
      const [allowed, debt] = reply as [number, string];
      return { allowed: allowed === 1, debt: Number(debt) };
    },
  }),
};

function storing(text: string) {
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
