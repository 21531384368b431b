import { setTimeout as sleep } from 'node:timers/promises';
import type { SetMember } from '@tidemark/testkit/distributed/set-member';
import type { Account } from './accounts.ts';
import { oldFigures } from './figures.ts';
import type { PriceClient } from './price-clients.ts';
import type { StoreReader } from './store-reader.ts';
import type { Truth } from './truth.ts';

const LOOK_EVERY_MS = 400;
/** A trade of the tape must be in the price told at every gateway, and in the database, after this long. */
const PRICE_WITHIN_MS = 3_000;
const STORED_WITHIN_MS = 4_000;
/** All signs must be good this long before the set counts as well. */
const WELL_FOR_MS = 3_000;

export type Sign = 'ready' | 'prices' | 'storing' | 'signIns' | 'figures';

/** What is wrong now, in words, by sign; no entry: all is well. */
export type Complaints = Partial<Record<Sign, string>>;

export interface Patient {
  members: readonly SetMember[];
  gateways: readonly SetMember[];
  clients: () => readonly PriceClient[];
  store: StoreReader;
  truth: Truth;
  account: Account;
}

/**
 * Watches, from outside, whether every process is ready, prices flow at every gateway, trades are stored, one can sign in,
 * and analytics knows the newest minutes.
 */
export class VitalSigns {
  readonly #patient: Patient;
  /** When each sign was last seen bad, epoch ms. */
  readonly lastBad = new Map<Sign, number>();
  #complaints: Complaints = {};
  #wellSince: number | null = null;
  #stopped = false;
  readonly #watching: Promise<void>;

  constructor(patient: Patient) {
    this.#patient = patient;
    this.#watching = this.#watch();
  }

  /** Resolves once all signs have been good for 3 s. @throws Error saying what is wrong when the time is up */
  async untilWell(limitMs: number): Promise<void> {
    const limit = Date.now() + limitMs;
    const asked = Date.now();
    for (;;) {
      const since = Math.max(this.#wellSince ?? Infinity, asked);
      if (Date.now() - since >= WELL_FOR_MS) return;
      if (Date.now() > limit) {
        const why = JSON.stringify(this.#complaints, null, 2);
        throw new Error(`not well within ${limitMs / 1000} s: ${why}`);
      }
      await sleep(LOOK_EVERY_MS);
    }
  }

  /** How long after `from` each sign was last bad, ms; 0: it never was. */
  badFor(from: number): Record<Sign, number> {
    const since = (sign: Sign) => Math.max(0, (this.lastBad.get(sign) ?? 0) - from);
    return {
      ready: since('ready'),
      prices: since('prices'),
      storing: since('storing'),
      signIns: since('signIns'),
      figures: since('figures'),
    };
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#watching;
  }

  async #watch(): Promise<void> {
    while (!this.#stopped) {
      const complaints = await this.#look();
      const now = Date.now();
      const bad = Object.keys(complaints) as Sign[];
      for (const sign of bad) this.lastBad.set(sign, now);
      this.#complaints = complaints;
      this.#wellSince = bad.length > 0 ? null : (this.#wellSince ?? now);
      await sleep(LOOK_EVERY_MS);
    }
  }

  async #look(): Promise<Complaints> {
    this.#patient.truth.advance();
    const { account, gateways } = this.#patient;
    const [ready, storing, signIns, figures] = await Promise.all([
      this.#ready(),
      this.#storing(),
      account.refusals(),
      oldFigures(gateways),
    ]);
    const signs = { ready, prices: this.#prices(), storing, signIns, figures };
    return Object.fromEntries(Object.entries(signs).filter(([, words]) => words !== ''));
  }

  async #ready(): Promise<string> {
    const { members } = this.#patient;
    const ready = await Promise.all(members.map((member) => member.isReady()));
    return members
      .filter((_, i) => !ready[i])
      .map(({ name }) => name)
      .join(', ');
  }

  #prices(): string {
    const { gateways, clients, truth } = this.#patient;
    const due = Date.now() - PRICE_WITHIN_MS;
    return gateways
      .flatMap(({ name }) => {
        const readers = clients().filter((client) => client.gateway === name && client.isOpen);
        const behind = truth.coins.filter((coin) => {
          const traded = truth.lastTraded(coin, due) ?? 0;
          return !readers.some((reader) => newestTime(reader, coin) >= traded);
        });
        return behind.length > 0 ? `${name}: ${behind.join(', ')}` : [];
      })
      .join('; ');
  }

  async #storing(): Promise<string> {
    const { store, truth } = this.#patient;
    const due = Date.now() - STORED_WITHIN_MS;
    try {
      const next = await store.nextTrades();
      return truth.listings
        .filter(({ product }) => {
          const last = truth.lastTrade(product, due);
          return last !== undefined && (next.get(product) ?? 0) <= last.id;
        })
        .map(({ product }) => product)
        .join(', ');
    } catch (error) {
      return `PostgreSQL: ${(error as Error).message}`;
    }
  }
}

function newestTime(reader: PriceClient, coin: string): number {
  const last = reader.ticks(coin).at(-1);
  return last ? Date.parse(last.timestamp) : 0;
}
