import type { Amount } from '@tidemark/ledger/amount';
import type { MovementRole, TransactionKind } from '@tidemark/ledger/transaction';
import type { Terms } from './booking.ts';
import { figuresOf, type UkRule } from './disposal.ts';
import { flow, type Flows } from './flows.ts';
import { plus, type Known } from './known.ts';
import type { Acquisition, Departure, Disposing, Leg } from './leg.ts';
import { londonDay } from './london-day.ts';
import { takePart, type Origin, type Piece } from './lot.ts';
import type { Matched } from './match.ts';
import { AveragePool } from './pool.ts';

/** Days after a disposal within which what is acquired is matched to it (TCGA 1992 s. 106A(5)). */
const BUYBACK_DAYS = 30;

/** All that was acquired, or disposed of, of one asset on one day (TCGA 1992 s. 105). */
interface Pooled {
  quantity: Amount;
  /** The cost with fees, or the proceeds before them. */
  cost: Known;
  fees: Known;
  /** The first acquisition, or the last disposal. */
  origin: Origin;
  kind: TransactionKind;
  role: MovementRole;
  readonly transactions: number[];
}

interface Day {
  readonly day: number;
  acquired?: Pooled;
  disposed?: Pooled;
  readonly departures: Departure[];
}

/**
 * Matches by the UK's share matching rules, which HMRC applies to tokens (Cryptoassets Manual CRYPTO22200): a day's
 * disposals to the day's acquisitions, then to those of the 30 days after, the first ones first, then to the section 104
 * pool at its average cost. One pool for each asset, wherever it lies. What departs at cost is not matched: it leaves
 * the pool, after the day's acquisitions and before its disposals.
 */
export function matchUk(legs: readonly Leg[], terms: Terms, flows: Flows): Matched {
  const matched: Matched = {
    disposals: [],
    departures: [],
    holdings: [],
    refused: [],
    extrapolated: [],
  };
  for (const [asset, days] of daysOf(legs)) new UkMatching(asset, terms, flows, matched).run(days);
  matched.disposals.sort((a, b) => a.disposed.time - b.disposed.time);
  return matched;
}

class UkMatching {
  readonly #asset: string;
  readonly #terms: Terms;
  readonly #flows: Flows;
  readonly #matched: Matched;
  readonly #pool = new AveragePool();

  constructor(asset: string, terms: Terms, flows: Flows, matched: Matched) {
    this.#asset = asset;
    this.#terms = terms;
    this.#flows = flows;
    this.#matched = matched;
  }

  run(days: readonly Day[]): void {
    for (const { disposed, acquired } of days) this.#match(disposed, acquired, 'same_day');
    days.forEach(({ day, disposed }, i) => {
      for (let j = i + 1; disposed?.quantity.gt(0) && j < days.length; j += 1) {
        const later = days[j] as Day;
        if (later.day > day + BUYBACK_DAYS) break;
        this.#match(disposed, later.acquired, 'thirty_days');
      }
    });
    for (const day of days) this.#pass(day);
    for (const { quantity, cost, fees } of this.#pool.left()) {
      const { holdings } = this.#matched;
      holdings.push({ asset: this.#asset, wallet: '', quantity, cost, fees, acquired: null });
    }
  }

  #match(disposed: Pooled | undefined, acquired: Pooled | undefined, rule: UkRule): void {
    if (disposed === undefined || acquired === undefined) return;
    const { quantity } = acquired.quantity.lt(disposed.quantity) ? acquired : disposed;
    if (quantity.eq(0)) return;
    this.#dispose(disposed, takePart(acquired, quantity), rule, acquired);
  }

  /** What the day leaves for the pool. */
  #pass({ acquired, disposed, departures }: Day): void {
    if (acquired?.quantity.gt(0)) this.#pool.add(acquired);
    for (const departure of departures) this.#depart(departure);
    if (!disposed?.quantity.gt(0)) return;
    const { quantity, origin } = disposed;
    if (this.#isRefused(quantity, origin)) return;
    for (const piece of this.#pool.take(quantity)) this.#dispose(disposed, piece, 'section_104');
  }

  #dispose(
    disposed: Pooled,
    { quantity, cost, fees }: Omit<Piece, 'lot'>,
    rule: UkRule,
    acquired?: Pooled,
  ): void {
    const { cost: gross, fees: disposing } = takePart(disposed, quantity);
    this.#matched.disposals.push({
      asset: this.#asset,
      wallet: '',
      kind: disposed.kind,
      role: disposed.role,
      quantity,
      ...figuresOf(gross, disposing, cost, fees, this.#terms.convention.rounding),
      disposed: disposed.origin,
      acquired: acquired?.origin ?? null,
      term: null,
      uk: {
        rule,
        disposedBy: disposed.transactions,
        acquiredBy: acquired?.transactions ?? [],
      },
    });
  }

  #depart({ asset, kind, quantity, time, transaction }: Departure): void {
    const departed = { time, transaction };
    if (this.#isRefused(quantity, departed)) return;
    for (const { cost } of this.#pool.take(quantity)) {
      flow(this.#flows, 'takenOut', cost);
      const part = { asset, wallet: '', kind, quantity, cost };
      this.#matched.departures.push({ ...part, departed, acquired: null });
    }
  }

  #isRefused(quantity: Amount, { time, transaction }: Origin): boolean {
    const { quantity: held } = this.#pool;
    if (!quantity.gt(held)) return false;
    const { refused, extrapolated } = this.#matched;
    const isRefused = this.#terms.convention.oversold === 'refuse';
    const list = isRefused ? refused : extrapolated;
    list.push({ asset: this.#asset, wallet: '', time, transaction, quantity, held });
    return isRefused;
  }
}

/** By asset, the days on which something happened, in order. */
function daysOf(legs: readonly Leg[]): Map<string, Day[]> {
  const assets = new Map<string, Map<number, Day>>();
  for (const leg of legs) {
    if (leg.type === 'move') continue;
    let days = assets.get(leg.asset);
    if (days === undefined) assets.set(leg.asset, (days = new Map<number, Day>()));
    const number = londonDay(leg.time);
    let day = days.get(number);
    if (day === undefined) days.set(number, (day = { day: number, departures: [] }));
    if (leg.type === 'departure') day.departures.push(leg);
    else if (leg.type === 'acquisition') day.acquired = pooled(day.acquired, leg, leg.cost);
    else day.disposed = pooled(day.disposed, leg, leg.proceeds);
  }
  return new Map(
    [...assets].map(([asset, days]) => [asset, [...days.values()].sort((a, b) => a.day - b.day)]),
  );
}

function pooled(day: Pooled | undefined, leg: Acquisition | Disposing, cost: Known): Pooled {
  const { time, transaction, kind, quantity, fees } = leg;
  const origin = { time, transaction };
  const role = leg.type === 'disposal' ? leg.role : 'amount';
  if (day === undefined) {
    return { quantity, cost, fees, origin, kind, role, transactions: [transaction] };
  }
  day.quantity = day.quantity.plus(quantity);
  day.cost = plus(day.cost, cost);
  day.fees = plus(day.fees, fees);
  if (day.transactions.at(-1) !== transaction) day.transactions.push(transaction);
  if (leg.type === 'disposal') {
    day.origin = origin;
    // A day that has more than fees is called by its last sale.
    if (role === 'amount') [day.kind, day.role] = [kind, role];
  }
  return day;
}
