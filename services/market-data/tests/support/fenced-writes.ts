import type { Database } from '@tidemark/database/database';
import type { Claim } from '../../src/claims/claim.ts';
import type { Listing } from '../../src/coins/listing.ts';
import type { BookWrite } from '../../src/store/book-writer.ts';
import type { MarketTables } from '../../src/tables.ts';

/** One candle of a coin named after the claim's partition, whose volume is `value`. */
export function writeOf(claim: Claim, value: number): BookWrite {
  const listing: Listing = {
    exchange: 'coinbase',
    product: `P${claim.partition}-USD`,
    coinId: String(claim.partition),
    quote: 'USD',
  };
  const bar = {
    time: 60_000,
    open: '1',
    high: '1',
    low: '1',
    close: '1',
    volume: BigInt(value) * 10n ** 18n,
    quoteVolume: 0n,
    trades: 1,
    firstId: value,
    lastId: value,
    final: false,
    gap: false,
    source: 'trades' as const,
  };
  const snapshot = {
    next: value,
    lastTime: 0,
    holes: [],
    finalThrough: 0,
    completeFrom: 0,
  };
  return { claim, listing, rows: [{ interval: '1m', bar }], snapshot, gaps: [] };
}

/** The volume that was written last, by partition; fails where the watermark says otherwise. */
export async function readVolumes(database: Database): Promise<Map<number, number>> {
  const [candles, marks] = await database
    .as<MarketTables>()
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(
      async (tx) =>
        [
          await tx.selectFrom('candles').selectAll().orderBy('coin_id').execute(),
          await tx.selectFrom('trade_watermarks').selectAll().execute(),
        ] as const,
    );
  const next = new Map(marks.map((mark) => [mark.product, mark.next_trade_id]));
  return new Map(
    candles.map((row) => {
      const volume = Number(row.volume);
      if (next.get(`P${row.coin_id}-USD`) !== volume) throw new Error('half a write is stored');
      return [Number(row.coin_id), volume];
    }),
  );
}
