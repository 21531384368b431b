import type { Amount } from '@tidemark/ledger/amount';
import { enterDisposal, enterOutside, type Book } from './book.ts';
import { figuresOf, type Disposal, type UkRule } from './disposal.ts';
import type { Departure, Leg } from './leg.ts';
import { londonDay } from './london-day.ts';
import { takePart, type Origin, type Piece } from './lot.ts';
import type { Holding, Shortfall } from './match.ts';
import type { Matching } from './matching.ts';
import { AveragePool } from './pool.ts';
import type { Terms } from './terms.ts';
import { copyAssetDay, enterLeg, newAssetDay, type AssetDay, type Pooled } from './uk-day.ts';

/** Days after a disposal within which what is acquired is matched to it (TCGA 1992 s. 106A(5)). */
const BUYBACK_DAYS = 30;

/** A day in London, and what happened on it by asset. */
interface Day {
  readonly day: number;
  readonly assets: Map<string, AssetDay>;
}

/**
 * Matches by the UK's share matching rules, which HMRC applies to tokens (Cryptoassets Manual CRYPTO22200): a day's
 * disposals to the day's acquisitions, then to those of the 30 days after, the first ones first, then to the section 104
 * pool at its average cost. One pool for each asset, wherever it lies. What departs at cost is not matched: it leaves
 * the pool, after the day's acquisitions and before its disposals. A day is settled once 30 days have passed.
 */
export class UkMatching implements Matching {
  readonly #terms: Terms;
  readonly #book: Book;
  readonly #pools = new Map<string, AveragePool>();
  /** Days that are not settled, in order; the last one is not over. */
  #days: Day[] = [];

  constructor(terms: Terms, book: Book) {
    this.#terms = terms;
    this.#book = book;
  }

  next(leg: Leg): void {
    if (leg.type === 'move') return;
    const number = londonDay(leg.time);
    let day = this.#days.at(-1);
    if (day?.day !== number) {
      this.#closeDay();
      this.#settle(number - BUYBACK_DAYS);
      this.#days.push((day = { day: number, assets: new Map<string, AssetDay>() }));
    }
    let assetDay = day.assets.get(leg.asset);
    if (assetDay === undefined) day.assets.set(leg.asset, (assetDay = newAssetDay()));
    enterLeg(assetDay, leg);
  }

  copy(book: Book): UkMatching {
    const copy = new UkMatching(this.#terms, book);
    for (const [asset, pool] of this.#pools) copy.#pools.set(asset, pool.copy());
    copy.#days = this.#days.map(({ day, assets }) => {
      return {
        day,
        assets: new Map([...assets].map(([name, each]) => [name, copyAssetDay(each)])),
      };
    });
    return copy;
  }

  holdings(): Holding[] {
    this.#closeDay();
    this.#settle(Infinity);
    return [...this.#pools].flatMap(([asset, pool]) =>
      pool.left().map(({ quantity, cost, fees }) => {
        return { asset, wallet: '', quantity, cost, fees, acquired: null };
      }),
    );
  }

  /** What was disposed of on the last day goes to what was acquired on it. */
  #closeDay(): void {
    for (const [asset, { disposed, acquired, made }] of this.#days.at(-1)?.assets ?? []) {
      this.#match(asset, disposed, acquired, 'same_day', made);
    }
  }

  /** Settles the days before one. */
  #settle(before: number): void {
    for (let day = this.#days[0]; day !== undefined && day.day < before; day = this.#days[0]) {
      this.#days.shift();
      for (const [asset, assetDay] of day.assets) {
        this.#buyBack(day.day, asset, assetDay);
        this.#pass(asset, assetDay);
      }
      const made = [...day.assets.values()].flatMap((each) => each.made);
      made.sort((a, b) => a.disposed.time - b.disposed.time);
      for (const disposal of made) enterDisposal(this.#book, this.#terms, disposal);
    }
  }

  #buyBack(day: number, asset: string, { disposed, made }: AssetDay): void {
    for (const later of this.#days) {
      if (later.day > day + BUYBACK_DAYS || !disposed?.quantity.gt(0)) return;
      this.#match(asset, disposed, later.assets.get(asset)?.acquired, 'thirty_days', made);
    }
  }

  #match(
    asset: string,
    disposed: Pooled | undefined,
    acquired: Pooled | undefined,
    rule: UkRule,
    made: Disposal[],
  ): void {
    if (disposed === undefined || acquired === undefined) return;
    const { quantity } = acquired.quantity.lt(disposed.quantity) ? acquired : disposed;
    if (quantity.eq(0)) return;
    made.push(this.#disposal(asset, disposed, takePart(acquired, quantity), rule, acquired));
  }

  /** What the day leaves for the pool. */
  #pass(asset: string, { acquired, disposed, departures, made }: AssetDay): void {
    const pool = this.#pool(asset);
    if (acquired?.quantity.gt(0)) pool.add(acquired);
    for (const departure of departures) this.#depart(pool, departure);
    if (!disposed?.quantity.gt(0)) return;
    if (this.#isRefused(asset, 'disposal', disposed.quantity, disposed.origin)) return;
    for (const piece of pool.take(disposed.quantity)) {
      made.push(this.#disposal(asset, disposed, piece, 'section_104'));
    }
  }

  #disposal(
    asset: string,
    disposed: Pooled,
    { quantity, cost, fees }: Omit<Piece, 'lot'>,
    rule: UkRule,
    acquired?: Pooled,
  ): Disposal {
    const { cost: gross, fees: disposing } = takePart(disposed, quantity);
    return {
      asset,
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
    };
  }

  #depart(pool: AveragePool, leg: Departure): void {
    const { asset, kind, quantity, time, transaction, worth } = leg;
    const departed = { time, transaction };
    if (this.#isRefused(asset, 'departure', quantity, departed)) return;
    for (const { cost } of pool.take(quantity)) {
      enterOutside(this.#book, 'out', leg, { quantity, value: cost, worth });
      const part = { asset, wallet: '', kind, quantity, cost };
      this.#book.departures.push({ ...part, departed, acquired: null });
    }
  }

  #isRefused(
    asset: string,
    leg: Shortfall['leg'],
    quantity: Amount,
    { time, transaction }: Origin,
  ): boolean {
    const { quantity: held } = this.#pool(asset);
    if (!quantity.gt(held)) return false;
    const { refused, extrapolated } = this.#book;
    const isRefused = this.#terms.convention.oversold === 'refuse';
    const list = isRefused ? refused : extrapolated;
    list.push({ asset, wallet: '', leg, time, transaction, quantity, held });
    return isRefused;
  }

  #pool(asset: string): AveragePool {
    let pool = this.#pools.get(asset);
    if (pool === undefined) this.#pools.set(asset, (pool = new AveragePool()));
    return pool;
  }
}
