import type { Context } from '@tidemark/service/service-module';
import type { AuditLog } from './audit/audit-log.ts';
import type { UsersConfig } from './config.ts';
import type { UsersDb } from './tables.ts';

/** What the service is given and makes use of. */
export type UsersContext = Omit<
  Context<'database' | 'cache' | 'secret', UsersConfig>,
  'metrics' | 'market' | 'process'
>;

/** What its parts begin with: the same, with its own tables. */
export interface UsersBasis extends Omit<UsersContext, 'database'> {
  db: UsersDb;
  audit: AuditLog;
  /** Aborted when the process is to stop. */
  stopping: AbortSignal;
}
