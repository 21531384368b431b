import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryCache } from '@tidemark/cache/memory-cache';
import { TestClock } from '@tidemark/clock/test-clock';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Database } from '@tidemark/database/database';
import { databaseTemplate } from '@tidemark/database/database-template';
import { openPgliteDatabase } from '@tidemark/database/pglite-database';
import { requireAccess } from '@tidemark/service/access';
import type { Identity } from '@tidemark/service/identity/identity';
import { decorateIdentity } from '@tidemark/service/identity/require-gateway';
import { InstanceSecret } from '@tidemark/service/instance-secret';
import { sharedSerializers } from '@tidemark/service/shared-serializers';
import { createLogger } from '@tidemark/telemetry/logger';
import { fastify, type FastifyError, type FastifyInstance } from 'fastify';
import type { UsersConfig } from '../../src/config.ts';
import { migrations } from '../../src/migrations/index.ts';
import { Passwords } from '../../src/passwords/passwords.ts';
import { usersRoutes } from '../../src/plugin.ts';
import type { UsersTables } from '../../src/tables.ts';
import { assemble, type UsersParts } from '../../src/assemble.ts';
import type { UsersContext } from '../../src/context.ts';

/** Says who asks, as the gateway would: an `Identity` as JSON. */
export const AS_HEADER = 'x-test-identity';

const CONFIG: UsersConfig = {
  REGISTRATION_OPEN: true,
  BCRYPT_ROUNDS: 12,
  MAIL_FROM: 'Tidemark <tidemark@localhost>',
  SECURITY_LOG_RETENTION_DAYS: 365,
};
/** A hash of 4 rounds takes a millisecond. */
const CHEAP_ROUNDS = 4;

export interface UsersUnderTest {
  app: FastifyInstance;
  parts: UsersParts;
  clock: TestClock;
  cache: MemoryCache;
  close(): Promise<void>;
}

/** A database with the service's tables, in a folder of its own. */
export async function openUsersDatabase(): Promise<Database & AsyncDisposable> {
  const dir = await mkdtemp(join(tmpdir(), 'tidemark-users-'));
  const database = await openPgliteDatabase(dir, { template: await databaseTemplate() });
  await database.migrate('users', migrations);
  return Object.assign(database, {
    [Symbol.asyncDispose]: async () => {
      await database.close();
      await rm(dir, { recursive: true, force: true });
    },
  });
}

/** Tables that do not go with the accounts. */
const APART = ['users', 'login_delays', 'security_events', 'signing_keys'] as const;

/** Empties every table. A few rows are deleted ten times as fast as tables are truncated, which makes files anew. */
export async function emptyUsersDatabase(database: Database): Promise<void> {
  await database
    .as<UsersTables>()
    .transaction()
    .execute(async (trx) => {
      for (const table of APART) await trx.deleteFrom(table).execute();
    });
}

/** The service's routes on a Fastify of their own, over a database that is open. */
export async function startUsers(
  database: Database,
  instead: Partial<Omit<UsersContext, 'database' | 'config'>> & {
    config?: Partial<UsersConfig>;
    passwords?: Passwords;
  } = {},
): Promise<UsersUnderTest> {
  const { passwords = new Passwords(CHEAP_ROUNDS), config, ...given } = instead;
  const clock = new TestClock();
  const cache = new MemoryCache({ clock });
  const stop = new AbortController();
  const context: UsersContext = {
    database,
    cache,
    clock,
    logger: createLogger({ level: 'silent' }),
    secret: new InstanceSecret('the secret of these tests, over 32 long'),
    config: { ...CONFIG, ...config },
    ...given,
  };
  const parts = assemble(context, stop.signal, { passwords });
  await parts.signingKeys.start();
  const app = await mount(parts);
  const close = async () => {
    stop.abort(new Error('the test is over'));
    await app.close();
  };
  return { app, parts, clock, cache, close };
}

/** What the root of every process does, as far as these routes see it. */
async function mount(parts: UsersParts): Promise<FastifyInstance> {
  const app = fastify({
    trustProxy: true,
    schemaController: sharedSerializers,
    ajv: { customOptions: { allErrors: true, removeAdditional: false } },
  });
  decorateIdentity(app);
  app.addHook('onRequest', async (request) => {
    const as = request.headers[AS_HEADER];
    if (typeof as === 'string') request.identity = JSON.parse(as) as Identity;
  });
  requireAccess(app);
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const known = error instanceof TidemarkError ? error : refusalOf(error);
    const { code, message, details } = known;
    const body = { success: false, error: { code, message, details }, meta: META };
    return reply.code(known.statusCode).send(body);
  });
  await app.register(async (scope) => usersRoutes(scope, parts));
  await app.ready();
  return app;
}

/** What a schema refused is the asker's fault; anything else is a fault of ours, told so that a test shows it. */
function refusalOf({ validation, statusCode = 500, message, stack }: FastifyError): TidemarkError {
  const theirs = validation !== undefined || statusCode < 500;
  if (theirs) return new TidemarkError('INVALID_REQUEST', message);
  return new TidemarkError('INTERNAL_ERROR', stack ?? message);
}

const META = { timestamp: '2026-01-01T00:00:00.000Z', request_id: 'test' };
