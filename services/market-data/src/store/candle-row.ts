import type { CandleEvent, Interval } from '@tidemark/contracts/candle';
import type { Insertable, Selectable } from 'kysely';
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
