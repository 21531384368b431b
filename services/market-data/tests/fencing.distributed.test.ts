import { PostgresDatabase } from '@tidemark/database/postgres-database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FencedError } from '../src/claims/claim.ts';
import { migrations } from '../src/migrations/index.ts';
import { BookWriter } from '../src/store/book-writer.ts';
import { OwnerStore } from '../src/claims/owner-store.ts';
import { readVolumes, writeOf } from './support/fenced-writes.ts';

const url = process.env['DATABASE_URL'];
if (url === undefined) process.stderr.write('skipped: fencing on PostgreSQL needs DATABASE_URL\n');

const WRITERS = 4;
const CLAIMS = 25;

describe.skipIf(url === undefined)('fencing on PostgreSQL', () => {
  const databases: PostgresDatabase[] = [];
  const open = () => {
    const database = new PostgresDatabase({ url: url ?? '', schema: `fencing${process.pid}` });
    databases.push(database);
    return database;
  };
  beforeAll(() => open().migrate('market-data', migrations));
  afterAll(() => Promise.all(databases.map((database) => database.close())));

  it('of writers that claim from one another all the time, none overwrites a later one', async () => {
    let writing = WRITERS;
    let written = 0;
    const writer = async () => {
      const database = open();
      const owners = new OwnerStore(database);
      const books = new BookWriter(database);
      for (let i = 0; i < CLAIMS; i += 1) {
        const [claim] = await owners.claim([0], 'writer');
        try {
          for (let turn = 0; turn < 5; turn += 1) {
            await books.writeBooks([writeOf(claim!, claim!.epoch)]);
            written += 1;
          }
        } catch (error) {
          expect(error).toBeInstanceOf(FencedError);
        }
      }
      writing -= 1;
    };
    const watched: number[] = [];
    const watcher = async () => {
      const database = open();
      while (writing > 0) watched.push((await readVolumes(database)).get(0) ?? 0);
    };
    await Promise.all([...Array.from({ length: WRITERS }, writer), watcher()]);
    expect(watched).toEqual([...watched].sort((a, b) => a - b));
    expect(new Set(watched).size).toBeGreaterThan(2);
    expect(written).toBeGreaterThan(2);
  }, 60_000);
});
