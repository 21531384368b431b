import { ZERO } from '@tidemark/ledger/amount';
import { enterDisposal, enterOutside, type Book } from './book.ts';
import { figuresOf } from './disposal.ts';
import { perUnit, shareOf, total } from './known.ts';
import type { Acquisition, Departure, Disposing, Leg, Move } from './leg.ts';
import { takePart, type Piece } from './lot.ts';
import type { Holding } from './match.ts';
import type { Matching } from './matching.ts';
import type { Method } from './method.ts';
import { poolOf, type Pool } from './pool.ts';
import { termOf } from './term.ts';
import type { Terms } from './terms.ts';

export type LotTerms = Terms & { readonly method: Exclude<Method, 'uk_pool'> };

/** Matches by lots, or by an average, in one pass. */
export class LotMatching implements Matching {
  readonly #terms: LotTerms;
  readonly #book: Book;
  /** By asset, then by wallet. */
  readonly #pools = new Map<string, Map<string, Pool>>();
  #entries = 0;

  constructor(terms: LotTerms, book: Book) {
    this.#terms = terms;
    this.#book = book;
  }

  next(leg: Leg): void {
    if (leg.type === 'acquisition') this.#acquire(leg);
    else if (leg.type === 'disposal') this.#dispose(leg);
    else if (leg.type === 'departure') this.#depart(leg);
    else this.#move(leg);
  }

  copy(book: Book): LotMatching {
    const copy = new LotMatching(this.#terms, book);
    copy.#entries = this.#entries;
    for (const [asset, places] of this.#pools) {
      copy.#pools.set(asset, new Map([...places].map(([place, pool]) => [place, pool.copy()])));
    }
    return copy;
  }

  holdings(): Holding[] {
    const holdings: Holding[] = [];
    for (const [asset, places] of this.#pools) {
      for (const [wallet, pool] of places) {
        for (const { quantity, cost, fees, lot } of pool.left()) {
          const acquired = lot?.origin ?? null;
          holdings.push({ asset, wallet, quantity, cost, fees, acquired });
        }
      }
    }
    return holdings;
  }

  #acquire({ asset, wallet, time, transaction, quantity, cost, fees, price }: Acquisition): void {
    const { method, convention } = this.#terms;
    const isRanked = method === 'hifo' || method === 'lofo';
    const unitCost = isRanked && convention.rank === 'unit_cost' ? perUnit(cost, quantity) : null;
    const origin = { time, transaction };
    const rank = price ?? unitCost;
    const entered = this.#entries++;
    this.#pool(asset, wallet).add({ origin, order: entered, entered, rank, quantity, cost, fees });
  }

  #dispose(leg: Disposing): void {
    const pieces = this.#draw(leg);
    const { convention } = this.#terms;
    const disposed = { time: leg.time, transaction: leg.transaction };
    const left = { quantity: leg.quantity, cost: leg.proceeds, fees: leg.fees };
    for (const { quantity, cost, fees, lot } of pieces) {
      const { cost: proceeds, fees: disposing } = takePart(left, quantity);
      const acquired = lot?.origin ?? null;
      const figures = figuresOf(proceeds, disposing, cost, fees, convention.rounding);
      enterDisposal(this.#book, this.#terms, {
        asset: leg.asset,
        wallet: this.#place(leg.wallet),
        kind: leg.kind,
        role: leg.role,
        quantity,
        proceeds: figures.proceeds,
        cost: figures.cost,
        gain: figures.gain,
        fees: figures.fees,
        disposed,
        acquired,
        term: acquired === null ? null : termOf(acquired.time, leg.time, convention.longTerm),
      });
    }
  }

  #depart(leg: Departure): void {
    const { asset, kind, time, transaction } = leg;
    const pieces = this.#draw(leg);
    if (pieces.length === 0) return;
    const value = total(pieces.map(({ cost }) => cost));
    enterOutside(this.#book, 'out', leg, { quantity: leg.quantity, value, worth: leg.worth });
    for (const { quantity, cost, lot } of pieces) {
      this.#book.departures.push({
        ...{ asset, kind, quantity, cost, wallet: this.#place(leg.wallet) },
        departed: { time, transaction },
        acquired: lot?.origin ?? null,
      });
    }
  }

  #move(leg: Move): void {
    if (this.#place(leg.wallet) === this.#place(leg.to)) return;
    for (const { quantity, cost, fees, lot } of this.#draw(leg)) {
      const origin = lot?.origin ?? { time: leg.time, transaction: leg.transaction };
      const entered = this.#entries++;
      const { order, rank } = lot ?? { order: entered, rank: null };
      const moved = { origin, order, entered, rank, quantity, cost, fees };
      this.#pool(leg.asset, leg.to).add(moved);
    }
  }

  /** What a leg takes from its pool: nothing where it is refused. */
  #draw(leg: Departure | Disposing | Move): Piece[] {
    const { asset, time, transaction, quantity } = leg;
    const { oversold, movedLots } = this.#terms.convention;
    const pool = this.#pool(asset, leg.wallet);
    const which = leg.type === 'disposal' ? 'by_method' : movedLots;
    const { quantity: held } = pool;
    if (!quantity.gt(held)) return pool.take(quantity, which);
    const place = { asset, wallet: this.#place(leg.wallet), leg: leg.type };
    const shortfall = { ...place, time, transaction, quantity, held };
    if (oversold === 'refuse') {
      this.#book.refused.push(shortfall);
      return [];
    }
    this.#book.extrapolated.push(shortfall);
    return this.#extrapolate(pool, leg, which);
  }

  /** All that there is, and what there is not at the average cost of that: it counts as put in at this cost. */
  #extrapolate(
    pool: Pool,
    leg: Departure | Disposing | Move,
    which: 'by_method' | 'oldest',
  ): Piece[] {
    const { quantity: held } = pool;
    const lacking = leg.quantity.minus(held);
    const pieces = held.eq(0) ? [] : pool.take(held, which);
    const costs = total(pieces.map(({ cost }) => cost));
    const allFees = total(pieces.map(({ fees }) => fees));
    const cost = held.eq(0) ? ZERO : shareOf(costs, lacking, held);
    const fees = held.eq(0) ? ZERO : shareOf(allFees, lacking, held);
    enterOutside(this.#book, 'in', leg, { quantity: lacking, value: cost, worth: null });
    return [...pieces, { quantity: lacking, cost, fees, lot: null }];
  }

  #place(wallet: string): string {
    return this.#terms.convention.pools === 'one' ? '' : wallet;
  }

  #pool(asset: string, wallet: string): Pool {
    const place = this.#place(wallet);
    let places = this.#pools.get(asset);
    if (places === undefined) this.#pools.set(asset, (places = new Map<string, Pool>()));
    let pool = places.get(place);
    if (pool === undefined) {
      const { method, convention } = this.#terms;
      places.set(place, (pool = poolOf(method, convention.movedLots === 'oldest')));
    }
    return pool;
  }
}
