import { startExchangeSim, type ExchangeSim } from '@tidemark/exchange-sim/exchange-sim';
import { startMarketRig, universeOf, type MarketRig } from '@tidemark/testkit/market-rig';
import { until } from '@tidemark/testkit/until';
import { afterEach, describe, expect, it } from 'vitest';
import { fromUnits, VOLUME_PLACES } from '../src/book/exact.ts';
import { Universe } from '../src/coins/universe.ts';
import { RECORDINGS_PRESENT, recording } from './venues/recorded-frames.ts';

interface Line {
  ts: number;
  raw: string;
}
interface BinanceData {
  e: string;
  s: string;
  l: number;
  k: { L: number };
}
interface BinanceFrame {
  data: BinanceData;
}

/** The recording up to each product's last kline: trades behind it are not in the exchange's own figures. */
function untilLastKline(lines: readonly Line[]): Line[] {
  const dataOf = (line: Line) => (JSON.parse(line.raw) as BinanceFrame).data;
  const last = new Map<string, number>();
  for (const line of lines) {
    const data = dataOf(line);
    if (data.e === 'kline') last.set(data.s, data.k.L);
  }
  return lines.filter((line) => {
    const data = dataOf(line);
    return data.e !== 'aggTrade' || data.l <= (last.get(data.s) ?? Infinity);
  });
}

function linesOf(name: string): Line[] {
  return recording(`market/${name}.jsonl`)
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text) => JSON.parse(text) as Line);
}

/** What the exchange's own last klines of 20:04 say. */
const ANSWERS = {
  bitcoin: {
    open: '57996.66',
    high: '58010',
    low: '57983.14',
    close: '58002.38',
    volume: '9.421698',
    trades: 586,
  },
  ethereum: { volume: '109.49297', trades: 237 },
  polkadot: { volume: '916.56', trades: 84 },
} as const;

describe.skipIf(!RECORDINGS_PRESENT)('a recording through the whole service (../shared)', () => {
  const running: { stop(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const part of running.splice(0).reverse()) await part.stop();
  });

  async function replay(
    lines: Line[],
    universe: Universe,
  ): Promise<{ sim: ExchangeSim; rig: MarketRig }> {
    const source = { replay: [lines], speed: Infinity };
    const sim = await startExchangeSim({ source, limits: false });
    running.push(sim);
    const rig = await startMarketRig({ urls: sim.urls, universe });
    running.push(rig);
    await sim.replayed;
    return { sim, rig };
  }

  it('Binance: the stored candles of 20:04 are the exchange’s own, to the last digit', async () => {
    const universe = universeOf('bitcoin', 'ethereum', 'polkadot');
    const { rig } = await replay(untilLastKline(linesOf('binance-spot-2021-04-04')), universe);
    for (const [coinId, answer] of Object.entries(ANSWERS)) {
      const listing = universe.coin(coinId)!.listings.find((l) => l.exchange === 'binance')!;
      const stored = async () => {
        const bars = await rig.candles.bars(listing, '1m', { from: 0, to: 4e12, limit: 3 });
        const bar = bars.find((b) => b.trades === answer.trades);
        return bar && plain(bar);
      };
      await until(`the candle of ${coinId}`, async () => (await stored()) !== undefined);
      expect(await stored()).toMatchObject(answer);
    }
  });

  it('Coinbase: its frames run without an error, the unknown and odd ones counted', async () => {
    const products = ['BAND-GBP', 'YFI-BTC', 'NU-GBP', 'CRV-EUR', 'SKL-USD', 'DASH-BTC'];
    const coins = products.map((product) => ({
      coinId: product.toLowerCase(),
      symbol: product,
      name: product,
      listings: [
        {
          exchange: 'coinbase' as const,
          product,
          coinId: product.toLowerCase(),
          quote: 'USD' as const,
        },
      ],
    }));
    const { rig } = await replay(linesOf('coinbase-exchange-2021-04-17'), new Universe(coins));
    const feed = () => rig.market.feeds().feeds.find((f) => f.exchange === 'coinbase')!;
    await until('all trades', () => feed().trades > 0 && feed().status === 'live');
    expect(feed().last_error).toBeNull();
    expect(feed().unlisted).toEqual(['USDT-USD']);
    expect(feed().holes_open).toBe(0);
  });
});

function plain(bar: {
  open: string;
  high: string;
  low: string;
  close: string;
  volume: bigint;
  trades: number | null;
}) {
  const trim = (text: string) => text.replace(/\.?0+$/, '');
  return {
    open: trim(bar.open),
    high: trim(bar.high),
    low: trim(bar.low),
    close: trim(bar.close),
    volume: fromUnits(bar.volume, VOLUME_PLACES),
    trades: bar.trades,
  };
}
