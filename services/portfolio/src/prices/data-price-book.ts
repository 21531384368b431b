import { perUnit } from '@tidemark/accounting/known';
import { Amount } from '@tidemark/ledger/amount';
import { valueAt } from '../market/daily-series.ts';
import { startOf, utcDayOf, type UtcDay } from '../market/utc-day.ts';
import type { KnownAs, PriceBook, PriceNow } from './price-book.ts';
import type { AssetData, NowData, PriceData } from './price-data.ts';

const ONE = new Amount(1);
/** From the best to the worst. */
const QUALITIES = ['good', 'simulated', 'degraded', 'stale'] as const;
const UNKNOWN: KnownAs = { kind: 'other', coinId: null };

/** A price book over what was read. */
export class DataPriceBook implements PriceBook {
  readonly currency: string;
  readonly asOf: number;
  readonly version: string;
  readonly coinsVersion: string;
  readonly progress: PriceData['progress'];
  readonly #data: PriceData;
  readonly #today: UtcDay;
  readonly #assets: ReadonlyMap<string, AssetData>;
  readonly #coins: ReadonlyMap<string, AssetData>;
  /** Closes in the base currency that were worked out, by asset and day. */
  readonly #closes = new Map<AssetData, Map<UtcDay, Amount | null>>();
  readonly #now = new Map<AssetData, PriceNow | null>();

  constructor(data: PriceData) {
    this.#data = data;
    this.currency = data.currency;
    this.asOf = data.asOf;
    this.version = data.version;
    this.coinsVersion = data.coinsVersion;
    this.progress = data.progress;
    this.#today = utcDayOf(data.asOf);
    this.#assets = new Map(data.assets.map((each) => [each.asset, each]));
    this.#coins = new Map(
      [...data.assets, ...data.coins].flatMap((each) =>
        each.coinId === null ? [] : [[each.coinId, each] as const],
      ),
    );
  }

  knownAs(asset: string): KnownAs {
    if (asset === this.currency) return { kind: 'money', coinId: null };
    const known = this.#assets.get(asset);
    return known ? { kind: known.kind, coinId: known.coinId } : UNKNOWN;
  }

  now(asset: string): PriceNow | null {
    if (asset === this.currency) return this.#baseNow();
    const of = this.#assets.get(asset);
    return of === undefined ? null : this.#nowOf(of);
  }

  nowOfCoin(coinId: string): PriceNow | null {
    const of = this.#coins.get(coinId);
    return of === undefined ? null : this.#nowOf(of);
  }

  close(asset: string, day: UtcDay): Amount | null {
    if (day >= this.#today) return null;
    if (asset === this.currency) return ONE;
    const of = this.#assets.get(asset);
    return of === undefined ? null : this.#closeOf(of, day);
  }

  closeOfCoin(coinId: string, day: UtcDay): Amount | null {
    const of = this.#coins.get(coinId);
    return of === undefined || day >= this.#today ? null : this.#closeOf(of, day);
  }

  at(asset: string, time: number): Amount | null {
    const day = utcDayOf(time);
    return day >= this.#today ? (this.now(asset)?.amount ?? null) : this.close(asset, day);
  }

  #nowOf(of: AssetData): PriceNow | null {
    const known = this.#now.get(of);
    if (known !== undefined) return known;
    const found = this.#marketNow(of) ?? manualPrice(of, this.#today);
    this.#now.set(of, found);
    return found;
  }

  #marketNow({ now }: AssetData): PriceNow | null {
    if (now === null) return null;
    const { source, asOf } = now;
    const amount = new Amount(now.usd);
    const { base } = this.#data;
    if (base === null) return { amount, source, asOf, quality: now.quality };
    if (base.now === null) return null;
    const quality = worseOf(now, base.now);
    const inBase = perUnit(amount, new Amount(base.now.usd)) ?? amount;
    return { amount: inBase, source, asOf, quality };
  }

  #baseNow(): PriceNow {
    return { amount: ONE, source: 'rate', asOf: this.asOf, quality: 'good' };
  }

  #closeOf(of: AssetData, day: UtcDay): Amount | null {
    const closes = this.#closes.get(of) ?? new Map<UtcDay, Amount | null>();
    this.#closes.set(of, closes);
    const known = closes.get(day);
    if (known !== undefined) return known;
    const found = this.#marketClose(of, day) ?? manualPrice(of, day)?.amount ?? null;
    closes.set(day, found);
    return found;
  }

  #marketClose({ daily }: AssetData, day: UtcDay): Amount | null {
    const usd = valueAt(daily, day);
    if (usd === null) return null;
    const { base } = this.#data;
    if (base === null) return new Amount(usd);
    const rate = valueAt(base.daily, day);
    return rate === null ? null : perUnit(new Amount(usd), new Amount(rate));
  }
}

/** The newest price that was given by hand until a day, unless the market has known one since. */
function manualPrice({ manual, daily }: AssetData, day: UtcDay): PriceNow | null {
  const given = manual.findLast(([since]) => since <= day);
  if (given === undefined) return null;
  const [since, price] = given;
  for (let at = since + 1; at <= day; at += 1) if (valueAt(daily, at) !== null) return null;
  const asOf = startOf(since);
  return { amount: new Amount(price), source: 'manual', asOf, quality: 'good' };
}

function worseOf(...all: readonly Pick<NowData, 'quality'>[]): PriceNow['quality'] {
  const worst = Math.max(...all.map(({ quality }) => QUALITIES.indexOf(quality)));
  return QUALITIES[worst] ?? 'stale';
}
