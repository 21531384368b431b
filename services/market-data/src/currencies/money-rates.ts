import type { Clock } from '@tidemark/clock/clock';
import type { CurrencyRate, DailyRate } from '@tidemark/contracts/currency-rate';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { MarketKind } from '@tidemark/service/service-module';
import { Decimal } from 'decimal.js';
import type { QuoteBoard } from '../quotes/quote-board.ts';
import type { EuroRateStore } from '../store/euro-rate-store.ts';
import { CARRIED_DAYS, carriedDays, isoDay, type KnownDay } from './carried-days.ts';
import { currencyNow, DIGITS, ECB } from './currency-now.ts';
import type { StablecoinDays } from './stablecoin-days.ts';
import { usdcNow, usdtNow } from './stablecoin-now.ts';

const DAY_MS = 86_400_000;
/** No day before it is told of: there was nothing to be worth anything in. */
const FIRST_MS = Date.UTC(2009, 0, 1);

export interface MoneyRateParts {
  clock: Clock;
  market: MarketKind;
  store: EuroRateStore;
  board: QuoteBoard;
  stablecoins: StablecoinDays;
  /** Whether reference rates are read at all. */
  reads: boolean;
}

/** What money is worth in US dollars: currencies by the central bank's reference rates, stablecoins by our venues. */
export class MoneyRates {
  readonly #parts: MoneyRateParts;

  constructor(parts: MoneyRateParts) {
    this.#parts = parts;
  }

  /** All that there is now, by code. */
  async now(): Promise<CurrencyRate[]> {
    const { board, clock, store } = this.#parts;
    const now = clock.now();
    const newest = await store.newest();
    const told = [...currencyNow(newest, now), usdtNow(board, now), usdcNow(board, now)];
    const rates = told.map((rate) => this.#labelled(rate));
    rates.push({ code: 'USD', usd: '1', source: 'usd', as_of: now, quality: 'good' });
    return rates.sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  /**
   * Every UTC day that begins in [from, to), epoch ms, and has begun, with what one was worth on it; see `carriedDays`.
   * @throws TidemarkError RESOURCE_NOT_FOUND for a code that there are no rates of; NOT_READY before any were read
   */
  async days(code: string, from: number, to: number): Promise<DailyRate[]> {
    const first = Math.ceil(Math.max(from, FIRST_MS) / DAY_MS) * DAY_MS;
    const end = Math.min(to, this.#parts.clock.now() + 1);
    const known = await this.#known(code, first - CARRIED_DAYS * DAY_MS, end);
    const isSimulated = this.#parts.market === 'simulated' && code !== 'USD';
    const days = carriedDays(known, first, end);
    return isSimulated ? days.map((day) => ({ ...day, source: 'simulated' })) : days;
  }

  async #known(code: string, from: number, to: number): Promise<KnownDay[]> {
    const { stablecoins } = this.#parts;
    if (code === 'USDT') return stablecoins.usdt(from, to);
    if (code === 'USDC') return stablecoins.usdc(from, to);
    if (code === 'USD') return eachDay(from, to);
    await this.#mustHave(code);
    const crosses = await this.#parts.store.days(code, isoDay(from), isoDay(Math.max(from, to)));
    return crosses.map(({ day, dollars, own }) => ({
      day,
      usd: new Decimal(dollars).div(own).toSignificantDigits(DIGITS).toFixed(),
      source: ECB,
    }));
  }

  async #mustHave(code: string): Promise<void> {
    const { store, reads } = this.#parts;
    if (await store.has(code === 'EUR' ? 'USD' : code)) return;
    if (reads && (await store.newestDay()) === null) {
      throw new TidemarkError('NOT_READY', 'No reference rates have been read yet');
    }
    throw new TidemarkError('RESOURCE_NOT_FOUND', `Currency not found: ${code}`, [
      { field: 'params.code', reason: 'there are no rates of it' },
    ]);
  }

  #labelled(rate: CurrencyRate): CurrencyRate {
    if (this.#parts.market !== 'simulated') return rate;
    const quality = rate.quality === 'good' ? 'simulated' : rate.quality;
    return { ...rate, source: 'simulated', quality };
  }
}

/** A dollar is a dollar. */
function eachDay(from: number, to: number): KnownDay[] {
  const days: KnownDay[] = [];
  for (let time = from; time < to; time += DAY_MS) {
    days.push({ day: isoDay(time), usd: '1', source: 'usd' });
  }
  return days;
}
