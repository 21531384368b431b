import { randomUUID } from 'node:crypto';
import { describe } from 'vitest';
import { PostgresDatabase } from '../src/postgres-database.ts';
import { describeBackup } from './backup-round-trip.ts';
import { serverUrl, useServer } from './postgres-server.ts';

describe.skipIf(serverUrl === undefined)('on a server', () => {
  const { url } = useServer();
  describeBackup(
    'PostgreSQL',
    async () => new PostgresDatabase({ url, schema: `s_${randomUUID()}` }),
  );
});
