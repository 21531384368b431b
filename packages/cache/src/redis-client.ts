import { createClient } from 'redis';
import { REDIS_SCRIPTS } from './redis-scripts.ts';

export type RedisClient = ReturnType<typeof makeRedisClient>;

/** A link that carried nothing for this long, pings included, is dead. */
const SILENCE_MS = 3_000;
const PING_EVERY_MS = 1_000;
const CONNECT_MS = 2_000;
const FIRST_PAUSE_MS = 50;
const LAST_PAUSE_MS = 1_000;

/** A client that is not connected yet. Once it is, it connects again for ever, and keeps no command for later. */
export function makeRedisClient(url: string) {
  return createClient({
    url,
    scripts: REDIS_SCRIPTS,
    disableOfflineQueue: true,
    pingInterval: PING_EVERY_MS,
    // Redis' own deadlines are a timer and a signal a command; ours are in RedisLink.
    commandOptions: { timeout: 0 },
    maintNotifications: 'disabled',
    name: 'tidemark',
    socket: {
      connectTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      keepAliveInitialDelay: 10_000,
      reconnectStrategy: pauseBefore,
    },
  });
}

/** Milliseconds before attempt `retries`; not the same for all who lost the same server. */
function pauseBefore(retries: number): number {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** retries, LAST_PAUSE_MS);
  return Math.round(pause * (0.75 + Math.random() / 2));
}
