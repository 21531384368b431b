import { CandlesViewSchema, type Candle, type Interval } from '@tidemark/contracts/candle';
import { CoinSchema, type Coin } from '@tidemark/contracts/coin';
import { successSchema } from '@tidemark/contracts/envelope';
import { ERROR_CODES, TidemarkError, type ErrorCode } from '@tidemark/contracts/errors';
import { EARLIEST_MS } from '@tidemark/contracts/time';
import { ANONYMOUS } from '@tidemark/service/identity/identity';
import type { AskService } from '@tidemark/service-calls/ask-service';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import type { ClosedBar } from './bar-columns.ts';

/** Most candles that market-data gives at once. */
export const PAGE = 1_000;

const CoinsAnswer = Compile(successSchema(Type.Array(CoinSchema)));
const CandlesAnswer = Compile(successSchema(CandlesViewSchema));

/** Reads what market-data has stored, in USD and over all venues, as anybody may at `/api/market`. ADR 0012. */
export class MarketReader {
  readonly #ask: AskService;

  constructor(ask: AskService) {
    this.#ask = ask;
  }

  /** The coins that are followed, in market-data's order. Throws as `bars` does. */
  async coins(): Promise<Coin[]> {
    const { data } = await this.#get('/api/market/coins', (body) => CoinsAnswer.Check(body));
    return data;
  }

  /**
   * Every closed bar that opens in [from, to), epoch ms, oldest first; `to` may be left out. Of more than `most` the newest,
   * a few over. Bars that are still open are left out, wherever they stand.
   * @throws TidemarkError RESOURCE_NOT_FOUND for a coin that is not followed; UPSTREAM_UNAVAILABLE or NOT_READY when
   *   market-data gives no answer
   */
  bars(
    coinId: string,
    interval: Interval,
    from: number,
    { to = null, most = Infinity }: { to?: number | null; most?: number } = {},
  ): Promise<ClosedBar[]> {
    return most === Infinity && from >= EARLIEST_MS
      ? this.#forward(coinId, interval, from, to)
      : this.#backward(coinId, interval, () => from, { to, most });
  }

  /** Every closed bar since `since(newest)`, where `newest` is the open of the newest of them, epoch ms. Throws as `bars` does. */
  barsSince(
    coinId: string,
    interval: Interval,
    since: (newest: number) => number,
  ): Promise<ClosedBar[]> {
    return this.#backward(coinId, interval, since, { to: null, most: Infinity });
  }

  async #forward(coinId: string, interval: Interval, from: number, to: number | null) {
    const bars: ClosedBar[] = [];
    for (let since: number | undefined = from; since !== undefined && since < (to ?? Infinity);) {
      const page: Candle[] = await this.#page(coinId, interval, { from: since, to });
      bars.push(...page.filter(({ final }) => final));
      const last: Candle | undefined = page.at(-1);
      since = page.length < PAGE || !last ? undefined : last.time + 1;
    }
    return bars;
  }

  async #backward(
    coinId: string,
    interval: Interval,
    since: (newest: number) => number,
    range: { to: number | null; most: number },
  ): Promise<ClosedBar[]> {
    const pages: ClosedBar[][] = [];
    let from: number | null = null;
    for (let { to } = range; ;) {
      const page = await this.#page(coinId, interval, { to });
      pages.push(page.filter(({ final }) => final));
      const [first] = page;
      const last = page.findLast(({ final }) => final) ?? page.at(-1);
      if (!first || !last) break;
      from ??= since(last.time);
      if (page.length < PAGE || first.time <= from || pages.length * PAGE > range.most) break;
      to = first.time;
    }
    const earliest = from ?? 0;
    return pages
      .reverse()
      .flat()
      .filter(({ time }) => time >= earliest);
  }

  /** With `from` the oldest candles of the range, else the newest. */
  async #page(
    coinId: string,
    interval: Interval,
    { from, to }: { from?: number; to: number | null },
  ): Promise<Candle[]> {
    const range = new URLSearchParams({ interval, limit: String(PAGE) });
    if (from !== undefined) range.set('from', String(from));
    if (to !== null) range.set('to', String(to));
    const path = `/api/market/candles/${coinId}?${range.toString()}`;
    const { data } = await this.#get(path, (body) => CandlesAnswer.Check(body));
    return data.candles;
  }

  async #get<A>(path: string, fits: (body: unknown) => body is A): Promise<A> {
    const call = { service: 'market-data', method: 'GET', path, identity: ANONYMOUS } as const;
    const { status, body } = await this.#ask(call);
    if (status !== 200) throw refusal(status, body);
    if (fits(body)) return body;
    throw new TidemarkError('UPSTREAM_UNAVAILABLE', 'market-data gave an answer of another form.');
  }
}

/** What market-data refused with, passed on; what is not ours to be told about is said to be its absence. */
function refusal(status: number, body: unknown): TidemarkError {
  const { code, message } = (body as { error?: { code?: string; message?: string } }).error ?? {};
  if (status === 404 && code !== undefined && code in ERROR_CODES) {
    return new TidemarkError(code as ErrorCode, message ?? 'Not found');
  }
  const words = `market-data answered ${status}. Try again.`;
  return new TidemarkError('UPSTREAM_UNAVAILABLE', words);
}
