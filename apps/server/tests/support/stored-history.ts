import { INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';
import { migrations } from '@tidemark/market-data/migrations/index';
import { upsertCandles } from '@tidemark/market-data/store/book-writer';
import type { MarketTables } from '@tidemark/market-data/tables';
import { openPgliteDatabase } from '@tidemark/database/pglite-database';

const DAYS: Partial<Record<Interval, number>> = { '15m': 2, '1h': 40, '4h': 40, '1d': 120 };
const PRODUCTS = [
  { coin_id: 'bitcoin', exchange: 'binance', price: 100_000.125 },
  { coin_id: 'bitcoin', exchange: 'coinbase', price: 100_010.375 },
  { coin_id: 'ethereum', exchange: 'binance', price: 4_000.0625 },
  { coin_id: 'ethereum', exchange: 'coinbase', price: 4_001.3 },
  { coin_id: 'tether', exchange: 'coinbase', price: 0.9998 },
] as const;

/** Puts closed bars into the database that the platform will open, so that nothing has to be fetched for them. */
export async function storeHistory(marketDir: string): Promise<void> {
  const database = await openPgliteDatabase(marketDir);
  await database.migrate('market-data', migrations);
  for (const [interval, days = 0] of Object.entries(DAYS)) {
    const length = INTERVAL_MS[interval as Interval];
    const now = Math.floor(Date.now() / length) * length;
    const count = (days * INTERVAL_MS['1d']) / length;
    for (const { price, ...product } of PRODUCTS) {
      const rows = Array.from({ length: count }, (_, at) => {
        // Up and down by a few percent, never the same twice, nor a number that a float32 could hold.
        const wave = (i: number) =>
          price * (1 + 0.03 * Math.sin(i * 0.7 + price) + 0.02 * Math.cos(i * 0.31));
        const open = wave(at);
        const close = wave(at + 1);
        return {
          ...product,
          interval: interval as Interval,
          time: new Date(now - (count - at) * length),
          open: open.toFixed(8),
          high: Math.max(open, close).toFixed(8),
          low: Math.min(open, close).toFixed(8),
          close: close.toFixed(8),
          volume: (10 + Math.abs(Math.sin(at))).toFixed(8),
          quote_volume: (price * 10).toFixed(8),
          trades: null,
          first_trade_id: null,
          last_trade_id: null,
          final: true,
          gap: false,
          source: 'rest' as const,
        };
      });
      await upsertCandles(database.as<MarketTables>(), rows);
    }
  }
  await database.close();
}
