import { randomUUID } from 'node:crypto';
import { systemClock } from '@tidemark/clock/system-clock';
import type { Database } from '@tidemark/database/database';
import { InstanceSecret } from '@tidemark/service/instance-secret';
import { createLogger } from '@tidemark/telemetry/logger';
import { AuditLog } from '@tidemark/users/audit/audit-log';
import { migrations } from '@tidemark/users/migrations/index';
import { Sessions } from '@tidemark/users/sessions/sessions';
import type { UsersTables } from '@tidemark/users/tables';
import { AccessTokens } from '@tidemark/users/tokens/access-tokens';
import { SigningKeys } from '@tidemark/users/tokens/signing-keys';

/** What the server must have in its environment, to open what is sealed here. */
export const INSTANCE_SECRET = 'an instance secret of the bench, long enough';

/**
 * Makes accounts, signs each in and answers their access tokens. By the users service's own code, but for the
 * passwords, which nobody has: a hash takes a quarter of a second.
 */
export async function makeAccounts(database: Database, count: number): Promise<string[]> {
  await database.migrate('users', migrations);
  const clock = systemClock;
  const db = database.as<UsersTables>();
  const keys = new SigningKeys({
    ...{ db, clock, logger: createLogger({ level: 'warn' }) },
    ...{ secret: new InstanceSecret(INSTANCE_SECRET), audit: new AuditLog(clock) },
  });
  await keys.start();
  const [tokens, sessions] = [new AccessTokens(keys, clock), new Sessions(clock)];
  const ids = Array.from({ length: count }, () => randomUUID());
  await db.insertInto('users').values(ids.map(account)).execute();
  const issued: string[] = [];
  for (const userId of ids) {
    const { grant } = await sessions.open(db, userId, CALLER);
    issued.push(await tokens.issue({ userId, role: 'user', sessionId: grant.sessionId }));
  }
  return issued;
}

const CALLER = { userId: null, sessionId: null, address: '127.0.0.1', userAgent: 'bench' };

function account(id: string, i: number) {
  const name = `reader-${i}`;
  const now = new Date();
  return {
    ...{
      id,
      username: name,
      username_key: name,
      email: `${name}@a.test`,
      email_key: `${name}@a.test`,
    },
    ...{
      password_hash: 'nobody has it',
      role: 'user' as const,
      is_active: true,
      preferences: '{}',
    },
    ...{ created_at: now, password_changed_at: now },
  };
}
