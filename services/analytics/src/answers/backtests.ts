import type { Clock } from '@tidemark/clock/clock';
import {
  MAX_BACKTEST_BARS,
  type Backtest,
  type BacktestRequest,
} from '@tidemark/contracts/backtest';
import { INTERVAL_MS } from '@tidemark/contracts/candle';
import { TidemarkError } from '@tidemark/contracts/errors';
import { readStrategy } from '../backtest/read-strategy.ts';
import { needBars } from '../figures/period-bars.ts';
import { isStale } from '../figures/provenance.ts';
import type { HeavyWork } from '../heavy/heavy-work.ts';
import { BarColumns } from '../market/bar-columns.ts';
import type { CoinList } from '../market/coin-list.ts';
import type { MarketReader } from '../market/market-reader.ts';
import { newsHistory, NO_NEWS } from '../news/news-history.ts';
import type { NewsReader } from '../news/news-reader.ts';

/** A smoothed indicator forgets where it began: so many times its warm-up is read before the period, in bars. */
const WARM_TIMES = 20;
const MIN_WARM = 1_000;
const MAX_WARM = 8_000;

interface Parts {
  coins: CoinList;
  reader: MarketReader;
  newsReader: NewsReader;
  heavy: HeavyWork;
  clock: Clock;
  simulated: boolean;
}

/** Tries rules out on stored candles. */
export class Backtests {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * @throws TidemarkError INVALID_REQUEST as `readStrategy`, and for a period that is too long;
   *   RESOURCE_NOT_FOUND, UPSTREAM_UNAVAILABLE and NOT_READY as other answers; the latter two also while sentiment gives no
   *   answer, for rules that speak of news: a result that hangs on who is away is none
   */
  async run(request: BacktestRequest): Promise<Backtest> {
    const { coins, newsReader, heavy, clock, simulated } = this.#parts;
    const { barsBefore, wantsNews } = readStrategy(request);
    await coins.need(request.coin_id);
    const bars = await this.#bars(request, barsBefore);
    const news = wantsNews ? await newsHistory(newsReader, request.coin_id, clock.now()) : NO_NEWS;
    const answer = await heavy.backtest({ request, bars: bars.copy(), news });
    const period = bars.indexAt(request.from ?? 0);
    const origin = {
      missing: missingIn(bars, period, INTERVAL_MS[request.interval]),
      gaps: bars.gapsFrom(period),
      lacking: bars.lackingFrom(period),
    };
    const stale = request.to === undefined && isStale({ ...answer, ...origin }, clock.now());
    return { ...answer, ...origin, simulated, stale };
  }

  /** The bars of the period, with those before it that warm the rules. */
  async #bars(request: BacktestRequest, barsBefore: number): Promise<BarColumns> {
    const { coin_id, interval, from = 0, to = null } = request;
    const warm = Math.min(MAX_WARM, Math.max(MIN_WARM, WARM_TIMES * barsBefore));
    const since = Math.max(0, from - warm * INTERVAL_MS[interval]);
    const most = MAX_BACKTEST_BARS + warm;
    const bars = BarColumns.of(
      await this.#parts.reader.bars(coin_id, interval, since, { to, most }),
    );
    const period = bars.length - bars.indexAt(from);
    if (period > MAX_BACKTEST_BARS) throw tooLong(bars.at(bars.length - MAX_BACKTEST_BARS).time);
    needBars('A backtest', period, 2);
    return bars;
  }
}

function tooLong(from: number): TidemarkError {
  const reason = `must be ${from} (${new Date(from).toISOString()}) or later`;
  return new TidemarkError(
    'INVALID_REQUEST',
    `A backtest is of at most ${MAX_BACKTEST_BARS} bars; take a later beginning or a longer interval.`,
    [{ field: 'body.from', reason }],
  );
}

function missingIn(bars: BarColumns, from: number, intervalMs: number): number {
  const span = bars.at(bars.length - 1).time - bars.at(from).time;
  return Math.round(span / intervalMs) + 1 - (bars.length - from);
}
