import { INTERVAL_MS, type Candle, type Interval } from '@tidemark/contracts/candle';
import { auditCandles, type Span } from '@tidemark/testkit/candle-audit';
import { consolidatedMinutes, wrongFigures } from '@tidemark/testkit/figure-audit';
import { look } from './said.ts';
import type { Stage } from './stage.ts';

const MINUTE = 60_000;
/** From the last trade before a loss to the first after it, ms. */
const LOST_AROUND = 2 * MINUTE;
const MOST_BARS = 1_000;
/** A minute that is right on the way is final and in the figures this long after its end, ms. */
const SETTLED_WITHIN = 90_000;

/** A moment at which trades are known to be lost for good; a bar over it may say so. Epoch ms. */
export type Loss = number | null;

/** Bars that are not as the market was, in words, of every venue, of the consolidated ones and of the figures made of them. */
export async function wrongRows(stage: Stage, span: Span, loss: Loss): Promise<string[]> {
  const { store, sim, universe } = stage;
  const truth = { listings: universe.listings, tape: sim.tape };
  const stored = await auditCandles(store, truth, span);
  const told = await Promise.all(
    universe.coins.map(({ coinId }) => wrongOf(stage, coinId, span, loss)),
  );
  return [...stored.wrong.filter((row) => !isExcused(row, loss)), ...told.flat()];
}

/** What is not as it should be yet, in words; empty when all is right up to the last minutes. */
export async function complaints(stage: Stage, from: number, loss: Loss): Promise<string[]> {
  const said = await look(stage);
  const live = stage.universe.coins.length;
  const now = stage.clock.now();
  const found = [
    ...(said.prices.live === live ? [] : [`prices ${JSON.stringify(said.prices)}`]),
    ...said.farOff,
    ...(isBehind(said.candlesBehind) ? [`candles are ${said.candlesBehind} ms behind`] : []),
    ...(isBehind(said.analyticsBehind) ? [`analytics is ${said.analyticsBehind} ms behind`] : []),
    ...(said.feeds?.feeds.flatMap((feed) =>
      feed.status === 'live' && feed.holes_open === 0
        ? []
        : [`${feed.exchange} is ${feed.status}, ${feed.holes_open} holes`],
    ) ?? ['no feeds']),
    ...history(said.feeds?.history),
  ];
  if (found.length > 0) return found;
  const end = Math.floor((now - SETTLED_WITHIN) / MINUTE) * MINUTE;
  return end <= from ? ['no minute is over yet'] : wrongRows(stage, { begin: from, end }, loss);
}

function history(state: { done: number; total: number } | undefined): string[] {
  if (!state || state.done >= state.total) return [];
  return [`history ${state.done} of ${state.total}`];
}

function isBehind(ms: number | null): boolean {
  return ms === null || ms > SETTLED_WITHIN;
}

/** The consolidated minutes of a coin beside the venues' trades, and the figures of analytics beside those minutes. */
async function wrongOf(
  { ask, sim, universe }: Stage,
  coin: string,
  { begin, end }: Span,
  loss: Loss,
): Promise<string[]> {
  const from = Math.max(begin, end - MOST_BARS * MINUTE);
  const bars = await consolidatedMinutes(ask, coin, { begin: from, end });
  const listings = universe.coin(coin)?.listings ?? [];
  const truth = listings.flatMap(({ exchange, product }) =>
    sim.tape
      .candles(exchange, product, '1m', from, end)
      .map(({ time, trades, raw }) => ({ time, trades: exchange === 'binance' ? raw : trades })),
  );
  const times = [...new Set(truth.map(({ time }) => time))];
  const tradesAt = (at: number) =>
    truth.filter(({ time }) => time === at).reduce((sum, { trades }) => sum + trades, 0);
  const wrong = times.flatMap((time) => {
    if (loss !== null && covers(time, MINUTE, loss)) return [];
    const fault = faultOf(
      bars.find((bar) => bar.time === time),
      tradesAt(time),
    );
    return fault ? [`${coin} consolidated ${new Date(time).toISOString()} ${fault}`] : [];
  });
  return [...wrong, ...(await wrongFigures(ask, coin, bars))];
}

function faultOf(bar: Candle | undefined, trades: number): string | null {
  if (!bar) return 'is missing';
  if (!bar.final) return 'is not final';
  if (bar.gap) return 'has a gap';
  // Bars that history brought do not always know their number of trades.
  return bar.trades === null || bar.trades === trades
    ? null
    : `${bar.trades} trades, not ${trades}`;
}

/** Whether a bar has a part in what was lost around a moment: of a quiet product that is trades of minutes. */
function covers(time: number, length: number, moment: number): boolean {
  return time < moment + LOST_AROUND && moment - LOST_AROUND < time + length;
}

/** Whether a row that is complained of is one with a gap over the loss; it names its interval and time. */
function isExcused(row: string, loss: Loss): boolean {
  const [, interval = '1m', at = ''] = row.split(' ');
  if (loss === null || !row.endsWith('has a gap')) return false;
  return covers(Date.parse(at), INTERVAL_MS[interval as Interval], loss);
}
