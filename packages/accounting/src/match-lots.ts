import { ZERO, type Amount } from '@tidemark/ledger/amount';
import type { Terms } from './booking.ts';
import { figuresOf } from './disposal.ts';
import { flow, type Flows } from './flows.ts';
import { minus, perUnit, shareOf, total } from './known.ts';
import type { Acquisition, Departure, Disposing, Leg, Move } from './leg.ts';
import type { Piece } from './lot.ts';
import type { Matched } from './match.ts';
import type { Method } from './method.ts';
import { poolOf, type Pool } from './pool.ts';
import { termOf } from './term.ts';

type LotTerms = Terms & { readonly method: Exclude<Method, 'uk_pool'> };

/** Matches what goes to what came, in one pass over legs that are in order. */
export function matchLots(legs: readonly Leg[], terms: LotTerms, flows: Flows): Matched {
  const matching = new LotMatching(terms, flows);
  for (const leg of legs) matching.next(leg);
  return matching.matched();
}

class LotMatching {
  readonly #terms: LotTerms;
  readonly #flows: Flows;
  /** By asset, then by wallet. */
  readonly #pools = new Map<string, Map<string, Pool>>();
  readonly #matched: Matched = {
    disposals: [],
    departures: [],
    holdings: [],
    refused: [],
    extrapolated: [],
  };
  #entries = 0;

  constructor(terms: LotTerms, flows: Flows) {
    this.#terms = terms;
    this.#flows = flows;
  }

  next(leg: Leg): void {
    if (leg.type === 'acquisition') this.#acquire(leg);
    else if (leg.type === 'disposal') this.#dispose(leg);
    else if (leg.type === 'departure') this.#depart(leg);
    else this.#move(leg);
  }

  matched(): Matched {
    for (const [asset, places] of this.#pools) {
      for (const [wallet, pool] of places) {
        for (const { quantity, cost, fees, lot } of pool.left()) {
          const acquired = lot?.origin ?? null;
          this.#matched.holdings.push({ asset, wallet, quantity, cost, fees, acquired });
        }
      }
    }
    return this.#matched;
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
    let [gross, charged, rest] = [leg.proceeds, leg.fees, leg.quantity];
    for (const { quantity, cost, fees, lot } of pieces) {
      const proceeds = shareOf(gross, quantity, rest);
      const disposing = shareOf(charged, quantity, rest);
      [gross, charged, rest] = [
        minus(gross, proceeds),
        minus(charged, disposing),
        rest.minus(quantity),
      ];
      const acquired = lot?.origin ?? null;
      this.#matched.disposals.push({
        asset: leg.asset,
        wallet: this.#place(leg.wallet),
        kind: leg.kind,
        role: leg.role,
        quantity,
        ...figuresOf(proceeds, disposing, cost, fees, convention.rounding),
        disposed,
        acquired,
        term: acquired === null ? null : termOf(acquired.time, leg.time, convention.longTerm),
      });
    }
  }

  #depart(leg: Departure): void {
    const { asset, kind, time, transaction } = leg;
    const pieces = this.#draw(leg);
    flow(this.#flows, 'takenOut', total(pieces.map(({ cost }) => cost)));
    for (const { quantity, cost, lot } of pieces) {
      this.#matched.departures.push({
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
    const shortfall = { asset, wallet: this.#place(leg.wallet), time, transaction, quantity, held };
    if (oversold === 'refuse') {
      this.#matched.refused.push(shortfall);
      return [];
    }
    this.#matched.extrapolated.push(shortfall);
    return this.#extrapolate(pool, quantity.minus(held), which);
  }

  /** All that there is, and what there is not at the average cost of that: it counts as put in at this cost. */
  #extrapolate(pool: Pool, lacking: Amount, which: 'by_method' | 'oldest'): Piece[] {
    const { quantity: held } = pool;
    const pieces = held.eq(0) ? [] : pool.take(held, which);
    const costs = total(pieces.map(({ cost }) => cost));
    const allFees = total(pieces.map(({ fees }) => fees));
    const cost = held.eq(0) ? ZERO : shareOf(costs, lacking, held);
    const fees = held.eq(0) ? ZERO : shareOf(allFees, lacking, held);
    flow(this.#flows, 'putIn', cost);
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
