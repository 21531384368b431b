import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import { INTERVALS, INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { Tape } from '@tidemark/exchange-sim/tape';
import type { BookCandle } from '@tidemark/exchange-sim/venue-book';
import type { Listing } from '@tidemark/market-data/coins/listing';

const MINUTE = 60_000;
const RETRY_MS = 1_000;

/** Reads what the services stored, past them. */
export interface StoredRows {
  rows<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
}

/** What truly happened to these products. */
export interface Truth {
  listings: readonly Listing[];
  tape: Tape;
}

/** A stretch of whole minutes, epoch ms. */
export interface Span {
  begin: number;
  end: number;
}

export interface Audit {
  /** Final candles compared, of all products and intervals. */
  compared: number;
  /** Trades in the minute candles that were right. */
  trades: number;
  /** Candles that are missing, not final, have a gap, or differ from the tape; in words. */
  wrong: string[];
}

interface StoredCandle {
  interval: Interval;
  product: string;
  time: Date;
  open: string;
  high: string;
  low: string;
  close: string;
  volume: string;
  trades: number | null;
  final: boolean;
  gap: boolean;
}

/**
 * Compares every candle that closed in the span with the tape: those that opened in it must be there, final, without a
 * gap, and right to the last digit and trade; those that opened before it must be right where they are final.
 */
export async function auditCandles(store: StoredRows, truth: Truth, span: Span): Promise<Audit> {
  const stored = await storedCandles(store, truth.listings, span);
  const audit: Audit = { compared: 0, trades: 0, wrong: [] };
  for (const listing of truth.listings) {
    await breathe();
    for (const interval of INTERVALS) {
      const step = INTERVAL_MS[interval];
      const from = Math.floor(span.begin / step) * step;
      const candles = truth.tape
        .candles(listing.exchange, listing.product, interval, from, span.end)
        .filter(({ time }) => time + step > span.begin && time + step <= span.end);
      for (const candle of candles) {
        const row = stored.get(keyOf(listing.product, interval, candle.time));
        if (candle.time < span.begin && !(row?.final && !row.gap)) continue;
        const fault = row ? differences(row, candle, listing.exchange) : 'is missing';
        audit.compared += 1;
        if (fault) audit.wrong.push(`${keyOf(listing.product, interval, candle.time)} ${fault}`);
        else if (interval === '1m') audit.trades += row?.trades ?? 0;
      }
    }
  }
  return audit;
}

/** Audits until nothing is wrong or the time is up; the last audit. */
export async function auditWithin(
  limitMs: number,
  store: StoredRows,
  truth: Truth,
  span: Span,
): Promise<Audit> {
  const limit = Date.now() + limitMs;
  for (;;) {
    const audit = await auditCandles(store, truth, span);
    if (audit.wrong.length === 0 || Date.now() > limit) return audit;
    await sleep(RETRY_MS);
  }
}

/** Whether every product's last minute before `end` is stored as final, and no gap is left. */
export async function isFinalThrough(
  store: StoredRows,
  truth: Truth,
  end: number,
): Promise<boolean> {
  const [finals] = await store.rows<{ count: string }>(
    `SELECT count(*) FROM candles WHERE interval = '1m' AND time = $1 AND final`,
    [new Date(end - MINUTE)],
  );
  const [gaps] = await store.rows<{ count: string }>('SELECT count(*) FROM candle_gaps');
  return Number(finals?.count) === truth.listings.length && Number(gaps?.count) === 0;
}

async function storedCandles(
  store: StoredRows,
  listings: readonly Listing[],
  { begin, end }: Span,
): Promise<Map<string, StoredCandle>> {
  const products = new Map(listings.map((l) => [`${l.coinId}@${l.exchange}`, l.product]));
  const rows = await store.rows<StoredCandle & { coin_id: string; exchange: string }>(
    `SELECT coin_id, exchange, interval, time, open, high, low, close, volume, trades, final, gap
     FROM candles WHERE time >= $1 AND time < $2`,
    [new Date(begin - INTERVAL_MS['1d']), new Date(end)],
  );
  return new Map(
    rows.map((row) => {
      const product = products.get(`${row.coin_id}@${row.exchange}`) ?? row.coin_id;
      return [keyOf(product, row.interval, row.time.getTime()), { ...row, product }];
    }),
  );
}

function keyOf(product: string, interval: Interval, time: number): string {
  return `${product} ${interval} ${new Date(time).toISOString()}`;
}

/** What differs, in words; empty when nothing does. Trades as the venue counts them in its candles. */
function differences(row: StoredCandle, truth: BookCandle, exchange: Exchange): string {
  if (!row.final) return 'is not final';
  if (row.gap) return 'has a gap';
  const trades = exchange === 'binance' ? truth.raw : truth.trades;
  const found = (['open', 'high', 'low', 'close', 'volume'] as const)
    .filter((name) => plain(row[name]) !== plain(truth[name]))
    .map((name) => `${name} ${row[name]}, not ${truth[name]}`);
  if (row.trades !== null && row.trades !== trades)
    found.push(`${row.trades} trades, not ${trades}`);
  return found.join('; ');
}

/** Without needless zeros. */
function plain(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}
