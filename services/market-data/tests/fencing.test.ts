import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@tidemark/database/database';
import { databaseTemplate } from '@tidemark/database/database-template';
import { openPgliteDatabase } from '@tidemark/database/pglite-database';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FencedError, type Claim } from '../src/claims/claim.ts';
import { migrations } from '../src/migrations/index.ts';
import { BookWriter } from '../src/store/book-writer.ts';
import { OwnerStore } from '../src/claims/owner-store.ts';
import { readVolumes, writeOf } from './support/fenced-writes.ts';

const PARTITIONS = [0, 1, 2];

/** A replica claims partitions, or writes to those that it once claimed. */
type Step =
  | { kind: 'claim'; who: string; partitions: number[] }
  | { kind: 'write'; who: string; partitions: number[]; value: number };

const who = fc.constantFrom('a', 'b', 'c');
const partitions = fc.subarray(PARTITIONS, { minLength: 1 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('claim' as const), who, partitions }),
    fc.record({ kind: fc.constant('write' as const), who, partitions, value: fc.nat(1_000_000) }),
  ),
  { minLength: 5, maxLength: 25 },
);

describe('fencing', () => {
  let dir: string;
  let database: Database;
  let owners: OwnerStore;
  let books: BookWriter;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'tidemark-fencing-'));
    database = await openPgliteDatabase(dir, { template: await databaseTemplate() });
    await database.migrate('market-data', migrations);
    owners = new OwnerStore(database);
    books = new BookWriter(database);
  }, 60_000);
  afterAll(async () => {
    await database.close();
    await rm(dir, { recursive: true, force: true });
  });

  it('whatever the order of claims and writes, only the last to claim a partition writes to it', async () => {
    await fc.assert(
      fc.asyncProperty(steps, (taken) => play(taken)),
      { numRuns: 40 },
    );
  }, 60_000);

  /** Plays the steps against the store and against a model of who may write. */
  async function play(taken: readonly Step[]): Promise<void> {
    await sql`truncate candles, trade_watermarks, candle_gaps, partition_owners`.execute(
      database.as(),
    );
    const held = new Map<string, Claim>();
    const last = new Map<number, string>();
    const truth = new Map<number, number>();
    for (const step of taken) {
      if (step.kind === 'claim') {
        for (const claim of await owners.claim(step.partitions, step.who)) {
          held.set(`${step.who} ${claim.partition}`, claim);
          last.set(claim.partition, step.who);
        }
        continue;
      }
      const claims = step.partitions.flatMap((p) => held.get(`${step.who} ${p}`) ?? []);
      const voided = claims.filter(({ partition }) => last.get(partition) !== step.who);
      const writing = books.writeBooks(claims.map((claim) => writeOf(claim, step.value)));
      const refusal = await writing.then(
        () => null,
        (error: unknown) => error,
      );
      if (voided.length > 0) {
        expect(refusal).toBeInstanceOf(FencedError);
        expect((refusal as FencedError).claims).toEqual(voided);
      } else {
        expect(refusal).toBeNull();
        for (const { partition } of claims) truth.set(partition, step.value);
      }
      expect(await readVolumes(database)).toEqual(truth);
    }
  }
});
