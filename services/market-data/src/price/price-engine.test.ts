import { MemoryCache } from '@tidemark/cache/memory-cache';
import { TestClock } from '@tidemark/clock/test-clock';
import type { MarketKind } from '@tidemark/service/service-module';
import { MemoryEventBus } from '@tidemark/event-bus/memory-event-bus';
import { createLogger } from '@tidemark/telemetry/logger';
import { expect, it } from 'vitest';
import { defaultUniverse } from '../coins/universe.ts';
import { DEFAULT_CONSOLIDATION } from './consolidate.ts';
import type { MarketStats } from './market-stats.ts';
import { PriceEngine } from './price-engine.ts';
import { PriceTeller } from './price-teller.ts';
import { QuoteBoard } from '../quotes/quote-board.ts';

/** An engine of one market that has seen bitcoin on both venues a moment ago. */
function setUp(market: MarketKind) {
  const clock = new TestClock();
  const board = new QuoteBoard();
  const bus = new MemoryEventBus({ clock });
  const day = { reference: null, high: null, low: null, turnover: null };
  const engine = new PriceEngine({
    ...{ clock, board, market, universe: defaultUniverse() },
    stats: { turnover: () => null, day: () => day } as unknown as MarketStats,
    teller: new PriceTeller({ clock, bus, logger: createLogger({ level: 'silent' }) }),
    cache: new MemoryCache({ clock }),
    connected: () => true,
    epochOf: () => null,
    consolidation: DEFAULT_CONSOLIDATION,
  });
  const quote = { bid: '99', ask: '101', time: clock.now() };
  board.noteRate(1, clock.now());
  board.addQuote({ exchange: 'binance', product: 'BTCUSDT', ...quote });
  board.addQuote({ exchange: 'coinbase', product: 'BTC-USD', ...quote });
  engine.refresh();
  return { clock, engine };
}

it.each(['live', 'simulated'] as const)('a price of the %s market grows stale', async (market) => {
  const { clock, engine } = setUp(market);
  const simulated = market === 'simulated';
  expect(engine.latest('bitcoin')).toMatchObject({ price: 100, quality: 'live', simulated });
  await clock.advance(DEFAULT_CONSOLIDATION.maxAgeMs + 2_000);
  engine.refresh();
  expect(engine.latest('bitcoin')).toMatchObject({ price: 100, quality: 'stale', simulated });
});
