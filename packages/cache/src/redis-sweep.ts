import { AWAY, type RedisLink } from './redis-link.ts';
import { isVersionKey } from './redis-scripts.ts';

/** Keys that Redis looks at in one step; between two of them others are served. */
const STEP = 1_000;

/**
 * Deletes every key that begins with `prefix`, and tells how many values and buckets there were; those that Redis was
 * away for are left.
 */
export async function deleteMatching(link: RedisLink, prefix: string): Promise<number> {
  const options = { MATCH: `${withoutGlobs(prefix)}*`, COUNT: STEP };
  let deleted = 0;
  let cursor = '0';
  do {
    const from = cursor;
    const found = await link.run((client) => client.scan(from, options));
    if (found === AWAY) return deleted;
    cursor = found.cursor;
    deleted += await unlink(link, found.keys);
  } while (cursor !== '0');
  return deleted;
}

async function unlink(link: RedisLink, keys: readonly string[]): Promise<number> {
  const versions = keys.filter(isVersionKey);
  const others = keys.filter((key) => !isVersionKey(key));
  if (versions.length > 0) await link.run((client) => client.unlink(versions));
  if (others.length === 0) return 0;
  const deleted = await link.run((client) => client.unlink(others));
  return deleted === AWAY ? 0 : deleted;
}

/** Text that a pattern of SCAN takes as it stands. */
function withoutGlobs(text: string): string {
  return text.replace(/[\\*?[\]^-]/g, '\\$&');
}
