import type { CandleEvent, Interval } from '@tidemark/contracts/candle';
import { sql, type Insertable, type Selectable } from 'kysely';
import type { Listing } from '../coins/listing.ts';
import type { MarketTables } from '../tables.ts';
import type { VenueCandle } from '../venues/venue.ts';
import type { Bar } from '../book/bar.ts';
import { fromUnits, toUnits, TURNOVER_PLACES, VOLUME_PLACES } from '../book/exact.ts';

export type CandleRow = Selectable<MarketTables['candles']>;

/** What a row and a message have of a bar, decimals as strings. */
function figuresOf(bar: Bar) {
  const { open, high, low, close, trades, final, gap } = bar;
  const volume = fromUnits(bar.volume, VOLUME_PLACES);
  const quote_volume = fromUnits(bar.quoteVolume, TURNOVER_PLACES);
  return { open, high, low, close, volume, quote_volume, trades, final, gap };
}

/** A bar as a row of `candles`. */
export function toRow(
  { coinId, exchange }: Pick<Listing, 'coinId' | 'exchange'>,
  interval: Interval,
  bar: Bar,
): Insertable<MarketTables['candles']> {
  return {
    ...{ coin_id: coinId, exchange, interval, time: new Date(bar.time) },
    ...figuresOf(bar),
    ...{ first_trade_id: bar.firstId, last_trade_id: bar.lastId, source: bar.source },
  };
}

/** A row of `candles` as a bar. */
export function fromRow(row: CandleRow): Bar {
  return {
    time: row.time.getTime(),
    open: row.open,
    high: row.high,
    low: row.low,
    close: row.close,
    volume: toUnits(row.volume, VOLUME_PLACES),
    quoteVolume: toUnits(row.quote_volume, TURNOVER_PLACES),
    trades: row.trades,
    firstId: row.first_trade_id,
    lastId: row.last_trade_id,
    final: row.final,
    gap: row.gap,
    source: row.source,
  };
}

/** A row of `candles` as one value of JSON. */
export type BarTuple = [
  ...[time: number, open: string, high: string, low: string, close: string],
  ...[volume: string, quoteVolume: string, trades: number | null],
  ...[firstId: number | null, lastId: number | null],
  ...[final: boolean, gap: boolean, source: Bar['source']],
];

/**
 * Rows of the query's `bar` as one list of JSON, oldest first: clients take it in three times as fast as rows of so many columns,
 * and most of what is read at a start is candles. Decimals are strings in it, so they stay exact.
 */
export const BAR_TUPLES = sql<BarTuple[] | null>`json_agg(json_build_array(
  (extract(epoch FROM bar.time) * 1000)::bigint, bar.open::text, bar.high::text, bar.low::text, bar.close::text,
  bar.volume::text, bar.quote_volume::text, bar.trades,
  bar.first_trade_id, bar.last_trade_id, bar.final, bar.gap, bar.source) ORDER BY bar.time)`;

/** One of {@link BAR_TUPLES} as a bar. */
export function fromTuple(tuple: BarTuple): Bar {
  const [time, open, high, low, close, volume, quoteVolume, trades, ...rest] = tuple;
  const [firstId, lastId, final, gap, source] = rest;
  return {
    ...{ time, open, high, low, close, trades, firstId, lastId, final, gap, source },
    volume: toUnits(volume, VOLUME_PLACES),
    quoteVolume: toUnits(quoteVolume, TURNOVER_PLACES),
  };
}

/** A closed candle from a venue's REST as a bar. */
export function fromVenue(candle: VenueCandle): Bar {
  return {
    time: candle.time,
    open: candle.open,
    high: candle.high,
    low: candle.low,
    close: candle.close,
    volume: toUnits(candle.volume, VOLUME_PLACES),
    quoteVolume: toUnits(candle.quoteVolume, TURNOVER_PLACES),
    trades: candle.trades,
    firstId: null,
    lastId: null,
    final: true,
    gap: false,
    source: 'rest',
  };
}

/** A bar as a message of the `candles` topic. */
export function toEvent(
  { coinId, exchange, product }: Listing,
  interval: Interval,
  bar: Bar,
): CandleEvent {
  return {
    ...{ coin_id: coinId, exchange, product, interval, time: bar.time },
    ...figuresOf(bar),
  };
}
