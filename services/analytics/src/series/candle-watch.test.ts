import { TestClock } from '@tidemark/clock/test-clock';
import { INTERVAL_MS } from '@tidemark/contracts/candle';
import { CANDLES } from '@tidemark/contracts/topics';
import { MemoryEventBus } from '@tidemark/event-bus/memory-event-bus';
import { createLogger } from '@tidemark/telemetry/logger';
import { expect, test } from 'vitest';
import { AskedMarket, NOON } from '../../tests/support/asked-market.ts';
import { MarketClock } from '../market/market-clock.ts';
import { MarketReader } from '../market/market-reader.ts';
import { watchCandles } from './candle-watch.ts';
import { SeriesShelf } from './series-shelf.ts';

test('a bar that waited for the rate is read once the rate has closed', async () => {
  const clock = new TestClock(NOON);
  const market = new AskedMarket();
  const bus = new MemoryEventBus({ clock });
  const logger = createLogger({ level: 'silent' });
  const shelf = new SeriesShelf({ reader: new MarketReader(market.ask), clock, logger });
  const end = await watchCandles(bus, shelf, new MarketClock(clock));
  market.closed = false;
  const series = await shelf.get('bitcoin', '1h');
  expect(series.bars.length).toBe(3);
  market.closed = true;
  const rate = { open: '1', high: '1', low: '1', close: '1', volume: '1' };
  await bus.publish(CANDLES, [
    {
      key: 'tether',
      value: {
        ...{ coin_id: 'tether', exchange: 'coinbase', product: 'USDT-USD', interval: '1h' },
        ...{ time: NOON - INTERVAL_MS['1h'], ...rate, quote_volume: '1', trades: 1 },
        ...{ final: true, gap: false },
      },
    },
  ]);
  await clock.advance(1_000);
  expect(series.bars.length).toBe(4);
  await end();
  await shelf.stop();
  await bus.close();
});
