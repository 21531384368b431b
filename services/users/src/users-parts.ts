import type { Cache } from '@tidemark/cache/cache';
import type { Clock } from '@tidemark/clock/clock';
import type { InstanceSecret } from '@tidemark/service/instance-secret';
import type { Logger } from '@tidemark/telemetry/logger';
import type { Kysely } from 'kysely';
import type { AuditLog } from './audit/audit-log.ts';
import type { UsersConfig } from './config.ts';
import type { Passwords } from './passwords/passwords.ts';
import type { SessionEnds } from './sessions/session-ends.ts';
import type { UsersTables } from './tables.ts';

/** What the service's parts are made of. */
export interface UsersParts {
  db: Kysely<UsersTables>;
  cache: Cache;
  clock: Clock;
  logger: Logger;
  config: UsersConfig;
  secret: InstanceSecret;
  audit: AuditLog;
  passwords: Passwords;
  sessionEnds: SessionEnds;
}
