import { CandlesViewSchema, type Candle } from '@tidemark/contracts/candle';
import { CoinSchema, type Coin } from '@tidemark/contracts/coin';
import {
  CurrencyRateSchema,
  DailyRateSchema,
  type CurrencyRate,
} from '@tidemark/contracts/currency-rate';
import { successSchema } from '@tidemark/contracts/envelope';
import { TidemarkError } from '@tidemark/contracts/errors';
import { HistoryReachSchema } from '@tidemark/contracts/history-reach';
import { PriceSchema, type Price } from '@tidemark/contracts/price';
import { ANONYMOUS, SERVICE } from '@tidemark/service/identity/identity';
import type { AskService, ServiceCall } from '@tidemark/service-calls/ask-service';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { readDay, startOf, utcDayOf, type UtcDay } from './utc-day.ts';

/** Most candles that market-data gives at once. */
const PAGE = 1_000;

const CoinsAnswer = Compile(successSchema(Type.Array(CoinSchema)));
const PricesAnswer = Compile(successSchema(Type.Array(PriceSchema)));
const CandlesAnswer = Compile(successSchema(CandlesViewSchema));
const RatesAnswer = Compile(successSchema(Type.Array(CurrencyRateSchema)));
const DailyRatesAnswer = Compile(successSchema(Type.Array(DailyRateSchema)));
const ReachAnswer = Compile(successSchema(Type.Array(HistoryReachSchema)));

/** US dollars for one unit at the close of a day. */
export type DayValue = readonly [UtcDay, number];

/**
 * Reads what market-data knows, in US dollars.
 * Each throws TidemarkError UPSTREAM_UNAVAILABLE or NOT_READY where it gives no answer.
 */
export class MarketReader {
  readonly #ask: AskService;

  constructor(ask: AskService) {
    this.#ask = ask;
  }

  /** The coins that are followed, in market-data's order. */
  async coins(): Promise<Coin[]> {
    const { data } = await this.#get('/api/market/coins', (body) => CoinsAnswer.Check(body));
    return data;
  }

  /** Prices of now, of all coins that have one. */
  async prices(): Promise<Price[]> {
    const { data } = await this.#get('/api/market/prices', (body) => PricesAnswer.Check(body));
    return data;
  }

  /** What money is worth now. */
  async rates(): Promise<CurrencyRate[]> {
    const { data } = await this.#get('/api/market/rates', (body) => RatesAnswer.Check(body));
    return data;
  }

  /** Closes of days that are over, over all venues, in [from, to), oldest first. */
  async closes(coinId: string, from: UtcDay, to: UtcDay): Promise<DayValue[]> {
    const closes: DayValue[] = [];
    for (let since = Math.max(0, startOf(from)); since < startOf(to);) {
      const page = await this.#candles(coinId, since, startOf(to));
      closes.push(
        ...page
          .filter(({ final }) => final)
          .map(({ time, close }): DayValue => [utcDayOf(time), close]),
      );
      const last = page.at(-1);
      if (page.length < PAGE || !last || last.time < since) break;
      since = last.time + 1;
    }
    return closes;
  }

  /** What a unit of money was worth on the days in [from, to), oldest first. */
  async dailyRates(code: string, from: UtcDay, to: UtcDay): Promise<DayValue[]> {
    const range = `from=${startOf(from)}&to=${startOf(to)}`;
    const path = `/api/market/rates/${code}?${range}`;
    const { data } = await this.#get(path, (body) => DailyRatesAnswer.Check(body));
    return data
      .map(({ day, usd }): DayValue => [readDay(day), Number(usd)])
      .filter(([day]) => day >= from && day < to);
  }

  /**
   * Asks that daily candles of coins reach back to a time, epoch ms. Asking again does no harm.
   * @returns those whose past is there as far as it was asked for, or as far as it goes
   */
  async reachBack(coins: readonly { coin_id: string; from: number }[]): Promise<string[]> {
    const asked = { body: { coins }, identity: SERVICE };
    const { status, body } = await this.#ask(call('POST', '/api/market/history', asked));
    if (status !== 200 || !ReachAnswer.Check(body)) throw noAnswer(status);
    return body.data.flatMap(({ coin_id: coinId, done }) => (done ? [coinId] : []));
  }

  async #candles(coinId: string, from: number, to: number): Promise<Candle[]> {
    const range = new URLSearchParams({
      ...{ interval: '1d', limit: String(PAGE) },
      ...{ from: String(from), to: String(to) },
    });
    const path = `/api/market/candles/${coinId}?${range.toString()}`;
    const { data } = await this.#get(path, (body) => CandlesAnswer.Check(body));
    return data.candles;
  }

  async #get<A>(path: string, fits: (body: unknown) => body is A): Promise<A> {
    const { status, body } = await this.#ask(call('GET', path, { identity: ANONYMOUS }));
    if (status !== 200) throw noAnswer(status);
    if (fits(body)) return body;
    throw new TidemarkError('UPSTREAM_UNAVAILABLE', 'market-data gave an answer of another form.');
  }
}

function call(
  method: ServiceCall['method'],
  path: string,
  more: Pick<ServiceCall, 'body' | 'identity'>,
): ServiceCall {
  return { service: 'market-data', method, path, ...more };
}

function noAnswer(status: number): TidemarkError {
  return new TidemarkError('UPSTREAM_UNAVAILABLE', `market-data answered ${status}. Try again.`);
}
