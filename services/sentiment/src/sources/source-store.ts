import type { Clock } from '@tidemark/clock/clock';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { SentimentTables } from '../tables.ts';
import type { KnownSource } from './known-sources.ts';

export type SourceRow = Selectable<SentimentTables['news_sources']>;

/** How long whoever took a source has it for itself, ms: longer than a reading can take. */
const LEASE_MS = 90_000;

/** Never, as a time. */
const FAR = new Date(Date.UTC(9999, 0, 1));

/** What a reading came to, beside the articles. */
export interface Outcome {
  result: 'read' | 'failed' | 'not asked';
  /** When it is to be read next, epoch ms. */
  nextAt: number;
  /** Why it failed, or was not asked; for people. */
  error: string | null;
  refused: number;
  refusedWhy: string | null;
  /** What to ask with the next time; null: as before. */
  validators: { etag: string | null; lastModified: string | null } | null;
  /** Items that were paid for, less those that were counted before. */
  spent: number;
}

/** The sources, whose turn it is, and how reading them goes. Replicas share the work: each reading is one replica's. */
export class SourceStore {
  readonly #db: Kysely<SentimentTables>;
  readonly #clock: Clock;

  constructor(db: Kysely<SentimentTables>, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** Brings our own list up to date; what an administrator set of one stays. Built-in ones that it lacks are not read. */
  async keep(known: readonly KnownSource[]): Promise<void> {
    const now = new Date(this.#clock.now());
    // Not by a migration: a backup has it as well.
    await this.#db
      .insertInto('news_state')
      .values({ version: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    if (known.length > 0) {
      await this.#db
        .insertInto('news_sources')
        .values(known.map((one) => ({ ...one, built_in: true, next_at: now })))
        .onConflict((conflict) =>
          conflict.column('source_id').doUpdateSet((row) => ({
            ...{ kind: row.ref('excluded.kind'), url: row.ref('excluded.url') },
            language: row.ref('excluded.language'),
            // One that was off the list is read again.
            next_at: sql<Date>`CASE WHEN news_sources.next_at >= ${FAR} THEN excluded.next_at ELSE news_sources.next_at END`,
          })),
        )
        .execute();
    }
    const ids = known.map(({ source_id }) => source_id);
    const gone = this.#db
      .updateTable('news_sources')
      .set({ next_at: FAR })
      .where('built_in', '=', true);
    await (ids.length > 0 ? gone.where('source_id', 'not in', ids) : gone).execute();
  }

  /** The source whose turn is longest due, for this replica alone until `settle` or the lease's end; null: none is. */
  async take(): Promise<SourceRow | null> {
    const now = new Date(this.#clock.now());
    const due = this.#db
      .selectFrom('news_sources')
      .select('source_id')
      .where('muted', '=', false)
      .where('next_at', '<=', now)
      .where((where) =>
        where.or([where('leased_until', 'is', null), where('leased_until', '<', now)]),
      )
      .orderBy('next_at')
      .limit(1)
      .forUpdate()
      .skipLocked();
    const taken = await this.#db
      .updateTable('news_sources')
      .set({ leased_until: new Date(now.getTime() + LEASE_MS) })
      .where('source_id', '=', due)
      .returningAll()
      .executeTakeFirst();
    return taken ?? null;
  }

  /** Says how a reading went, and gives the source back. */
  async settle(sourceId: string, outcome: Outcome): Promise<void> {
    const { result, error, nextAt, validators, spent } = outcome;
    await this.#db
      .updateTable('news_sources')
      .set({
        ...{ error: plain(error), next_at: new Date(nextAt), leased_until: null },
        ...(result === 'read' && {
          ...{ failures: 0, last_ok_at: new Date(this.#clock.now()) },
          ...{ refused: outcome.refused, refused_why: plain(outcome.refusedWhy) },
        }),
        ...(result === 'failed' && { failures: sql<number>`failures + 1` }),
        ...(validators && { etag: validators.etag, last_modified: validators.lastModified }),
        ...this.#spending(spent),
      })
      .where('source_id', '=', sourceId)
      .execute();
  }

  /** Counts what is about to be paid for, before it is: what dies in the middle was paid for as well. */
  async spend(sourceId: string, items: number): Promise<void> {
    await this.#db
      .updateTable('news_sources')
      .set(this.#spending(items))
      .where('source_id', '=', sourceId)
      .execute();
  }

  #spending(items: number) {
    const day = new Date(this.#clock.now()).toISOString().slice(0, 10);
    const before = sql`CASE WHEN spent_on = ${day}::date THEN spent ELSE 0 END`;
    return { spent: sql<number>`greatest(0, ${before} + ${items}::int)`, spent_on: day };
  }

  /** All of them, by name. */
  list(): Promise<SourceRow[]> {
    return this.#db.selectFrom('news_sources').selectAll().orderBy('name').execute();
  }
}

/** What others wrote, short and without control characters. */
function plain(text: string | null): string | null {
  return text === null
    ? null
    : text
        .toWellFormed()
        .replace(/\p{Cc}+/gu, ' ')
        .slice(0, 300);
}

/** Whether a source is of our own list no more. */
export function isNeverRead({ next_at }: SourceRow): boolean {
  return next_at.getTime() >= FAR.getTime();
}
