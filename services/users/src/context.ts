import type { Cache } from '@tidemark/cache/cache';
import type { Clock } from '@tidemark/clock/clock';
import type { Database } from '@tidemark/database/database';
import type { InstanceSecret } from '@tidemark/service/instance-secret';
import type { Logger } from '@tidemark/telemetry/logger';
import type { Kysely } from 'kysely';
import type { UsersConfig } from './config.ts';
import type { UsersTables } from './tables.ts';

/** What the service is given. */
export interface UsersContext {
  database: Database;
  cache: Cache;
  clock: Clock;
  logger: Logger;
  config: UsersConfig;
  secret: InstanceSecret;
}

/** The same with its own tables: what its parts begin with. */
export interface UsersBasis extends Omit<UsersContext, 'database'> {
  db: Kysely<UsersTables>;
}
