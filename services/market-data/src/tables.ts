import type { Interval } from '@tidemark/contracts/candle';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { PriceQuality } from '@tidemark/contracts/price';
import type { ColumnType } from 'kysely';
import type { CandleSource } from './book/bar.ts';
import type { Hole } from './book/sequence.ts';

/** NUMERIC: read and written as a decimal string. */
type Numeric = ColumnType<string, string, string>;
type Jsonb<T> = ColumnType<T, string, string>;

export interface MarketTables {
  candles: {
    coin_id: string;
    exchange: Exchange;
    interval: Interval;
    time: Date;
    open: Numeric;
    high: Numeric;
    low: Numeric;
    close: Numeric;
    volume: Numeric;
    quote_volume: Numeric;
    trades: number | null;
    first_trade_id: number | null;
    last_trade_id: number | null;
    final: boolean;
    gap: boolean;
    source: CandleSource;
  };
  trade_watermarks: {
    exchange: Exchange;
    product: string;
    next_trade_id: number;
    last_time: Date;
    final_through: Date;
    complete_from: Date;
    holes: Jsonb<Hole[]>;
  };
  candle_gaps: { coin_id: string; exchange: Exchange; from_time: Date; to_time: Date };
  prices: {
    coin_id: string;
    timestamp: Date;
    price: Numeric;
    volume: Numeric | null;
    quality: PriceQuality | null;
  };
  history_progress: {
    coin_id: string;
    exchange: Exchange;
    interval: Interval;
    covered_from: Date;
    first_time: Date | null;
  };
  /** `day` as in `2024-01-05`. */
  euro_rates: { day: string; currency: string; per_euro: Numeric };
  euro_rate_reads: {
    document: string;
    read_at: Date;
    etag: string | null;
    last_modified: string | null;
  };
  history_requests: { coin_id: string; since: Date };
  partition_owners: { partition: number; epoch: number; owner: string };
}
