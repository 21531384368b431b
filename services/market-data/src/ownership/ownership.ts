import type { Clock } from '@tidemark/clock/clock';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import type { Logger } from '@tidemark/telemetry/logger';
import PQueue from 'p-queue';
import type { CoinPartitions } from '../claims/coin-partitions.ts';
import type { StoredBooks } from '../store/stored-books.ts';
import type { OwnerStore } from '../claims/owner-store.ts';
import { ProductBook } from '../book/product-book.ts';
import { within } from '@tidemark/waiting/within';
import type { CandleKeeper } from '../candles/candle-keeper.ts';
import type { CandleOutbox } from '../candles/candle-outbox.ts';
import type { Claim } from '../claims/claim.ts';
import { PauseWatch } from './pause-watch.ts';

/** How long the bus is kept waiting for books before it goes on; its messages are refused until they are there, ms. */
const LOAD_PATIENCE = 5_000;
/** A partition that was claimed by another is claimed back once the bus has left it here for this long, ms. */
const RECLAIM_AFTER = 5_000;
/** How often the claims are compared with the table, so that a void one is known without a write, ms. */
const LOOK_EVERY = 2_000;
/** Final bars that closed this long before a load are told again: their teller may have died before it told, ms. */
const TOLD_AGAIN = 600_000;

export interface OwnershipParts {
  clock: Clock;
  logger: Logger;
  bus: EventBus;
  /** The name that this replica claims under. */
  owner: string;
  partitions: CoinPartitions;
  owners: OwnerStore;
  books: StoredBooks;
  keeper: CandleKeeper;
  outbox: CandleOutbox;
}

/** Hears that the books of these coins are here now, or gone. */
export interface OwnershipListener {
  gained(coins: ReadonlySet<string>): void;
  lost(coins: ReadonlySet<string>): void;
}

/** A partition that the bus has given to this replica. */
interface Assigned {
  claim: Claim | null;
  /** Without a claim: since when the bus has been seen to answer (monotonic ms), and how long it has to. */
  since: number | null;
  patience: number;
}

/**
 * Which partitions of `trades` this replica owns. The bus says who reads a partition; a claim in the database says
 * whose writes count. The claim comes first and the load after it: from the claim on no earlier owner can write, and
 * positions are committed only after a write. So what is loaded is at least as new as the committed position, from
 * which the bus delivers; what is delivered twice is dropped by its ids. ADR 0008.
 */
export class Ownership {
  readonly #parts: OwnershipParts;
  readonly #watch: PauseWatch;
  readonly #assigned = new Map<number, Assigned>();
  readonly #serial = new PQueue({ concurrency: 1 });
  readonly #listeners: OwnershipListener[] = [];
  #beating = false;
  #lookedAt = -Infinity;

  constructor(parts: OwnershipParts) {
    this.#parts = parts;
    this.#watch = new PauseWatch(parts.clock);
    // The two know each other: the keeper finds in a write that a claim is void, and drops its books when it is told to.
    parts.keeper.onFenced((claims) => this.fenced(claims));
  }

  listen(listener: OwnershipListener): void {
    this.#listeners.push(listener);
  }

  /** The claim under which a partition's trades are taken now; null: they are not. */
  claimOf(partition: number): Claim | null {
    return this.#assigned.get(partition)?.claim ?? null;
  }

  /** Grows with each change of a coin's owner; null while this replica is not the owner, or cannot be sure. */
  epochOf(coinId: string): number | null {
    if (this.#watch.paused) return null;
    const partition = this.#parts.partitions.of(coinId);
    return partition === undefined ? null : (this.claimOf(partition)?.epoch ?? null);
  }

  /** How many partitions' books are here. */
  loaded(): number {
    return this.#assigned.size - this.waiting().length;
  }

  /** Partitions that were given to this replica and whose books are not there. */
  waiting(): number[] {
    return [...this.#assigned].flatMap(([partition, { claim }]) => (claim ? [] : [partition]));
  }

  /** The bus gives partitions to this replica: claims them and loads their books. */
  async assign(partitions: readonly number[]): Promise<void> {
    for (const partition of partitions) {
      if (this.#assigned.has(partition)) continue;
      this.#assigned.set(partition, { claim: null, since: null, patience: 0 });
    }
    await within(this.#parts.clock, LOAD_PATIENCE, this.#take(partitions));
  }

  /** The bus takes partitions away: their books are dropped. */
  release(partitions: readonly number[]): void {
    const claims = partitions.flatMap((partition) => this.claimOf(partition) ?? []);
    for (const partition of partitions) this.#assigned.delete(partition);
    this.#drop(claims);
  }

  /** Other replicas have claimed these since: their books are dropped. */
  fenced(claims: readonly Claim[]): void {
    const lost = claims.filter((claim) => this.claimOf(claim.partition) === claim);
    for (const { partition } of lost) {
      this.#assigned.set(partition, { claim: null, since: null, patience: RECLAIM_AFTER });
    }
    if (lost.length === 0) return;
    const partitions = lost.map((claim) => claim.partition);
    this.#parts.logger.warn({ partitions }, 'another replica has claimed partitions of this one');
    this.#drop(lost);
  }

  /** Looks after the claims, and for partitions without one; to be called about twice a second. */
  async beat(): Promise<void> {
    this.#watch.beat();
    if (this.#beating) return;
    this.#beating = true;
    try {
      await this.#look();
      if (this.waiting().length > 0) await this.#claimAgain();
    } finally {
      this.#beating = false;
    }
  }

  /** A process that stood still asks first whose its partitions are, and speaks for them after that. */
  async #look(): Promise<void> {
    const { clock, owners, logger } = this.#parts;
    const now = clock.monotonic();
    if (!this.#watch.paused && now - this.#lookedAt < LOOK_EVERY) return;
    this.#lookedAt = now;
    const claims = [...this.#assigned.values()].flatMap(({ claim }) => claim ?? []);
    try {
      this.fenced(claims.length > 0 ? await owners.voided(claims) : []);
      this.#watch.forget();
    } catch (error) {
      logger.debug({ err: error }, 'nobody knows at the moment who owns what');
    }
  }

  /**
   * The bus knows who reads; a claim by another is a late one, or this replica has not heard yet that the bus has
   * moved the partition. A bus that answers, and leaves it here for a while, means the former.
   */
  async #claimAgain(): Promise<void> {
    const answers = await this.#parts.bus.ping().then(
      () => true,
      () => false,
    );
    const now = this.#parts.clock.monotonic();
    const due: number[] = [];
    for (const partition of this.waiting()) {
      const assigned = this.#assigned.get(partition);
      if (!assigned) continue;
      assigned.since = answers ? (assigned.since ?? now) : null;
      if (assigned.since !== null && now - assigned.since >= assigned.patience) due.push(partition);
    }
    await this.#take(due);
  }

  /** Claims and loads, one call after the other. Never rejects: what fails is tried again. */
  #take(partitions: readonly number[]): Promise<void> {
    return this.#serial.add(async () => {
      const free = partitions.filter((partition) => this.#assigned.get(partition)?.claim === null);
      if (free.length === 0) return;
      try {
        await this.#claimAndLoad(free);
      } catch (error) {
        this.#parts.logger.warn({ err: error, partitions: free }, 'books could not be loaded yet');
      }
    });
  }

  async #claimAndLoad(partitions: readonly number[]): Promise<void> {
    const { owners, books, owner, clock, keeper, outbox } = this.#parts;
    const { partitions: coinPartitions } = this.#parts;
    const assignments = new Map(partitions.map((p) => [p, this.#assigned.get(p)]));
    const claims = await owners.claim(partitions, owner);
    const listings = coinPartitions.listings(new Set(partitions));
    const stored = await books.readBooks(listings);
    const closed = await books.closedSince(listings, clock.now() - TOLD_AGAIN);
    const kept = claims.filter(({ partition }) => {
      const assigned = this.#assigned.get(partition);
      return assigned !== undefined && assigned === assignments.get(partition);
    });
    for (const claim of kept) {
      const own = coinPartitions.listings(new Set([claim.partition]));
      const loaded = own.map((listing) => new ProductBook(listing, stored.get(listing)));
      keeper.adopt(claim, loaded);
      this.#assigned.set(claim.partition, { claim, since: null, patience: 0 });
    }
    const coins = this.#coinsOf(kept);
    for (const { listing, rows } of closed)
      if (coins.has(listing.coinId)) outbox.put(listing, rows);
    void outbox.tell();
    for (const listener of this.#listeners) listener.gained(coins);
  }

  #drop(claims: readonly Claim[]): void {
    if (claims.length === 0) return;
    const { keeper, outbox } = this.#parts;
    const coins = this.#coinsOf(claims);
    for (const claim of claims) keeper.drop(claim);
    outbox.drop(coins);
    for (const listener of this.#listeners) listener.lost(coins);
  }

  #coinsOf(claims: readonly Claim[]): Set<string> {
    return this.#parts.partitions.coins(new Set(claims.map((claim) => claim.partition)));
  }
}
