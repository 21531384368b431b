import { Decimal } from 'decimal.js';
import type { VenueCandle } from '../venue.ts';
import type { CandleRow } from './rest-schemas.ts';

/** Digits that the widest price and volume need, products of the two among them. */
const Exact = Decimal.clone({ precision: 60 });
/** What DecimalStringSchema allows after the point. */
const MAX_PLACES = 18;

/**
 * A candle of `[time, low, high, open, close, volume]`, the numbers as they were written. The venue tells no turnover:
 * `quoteVolume` is estimated as (open + high + low + close) / 4 × volume.
 */
export function candleOf(row: CandleRow): VenueCandle {
  const [time, low, high, open, close, volume] = row;
  const typical = new Exact(open).plus(high).plus(low).plus(close).div(4);
  return {
    time: Number(time) * 1000,
    open: plain(new Exact(open)),
    high: plain(new Exact(high)),
    low: plain(new Exact(low)),
    close: plain(new Exact(close)),
    volume: plain(new Exact(volume)),
    quoteVolume: plain(typical.times(volume)),
    trades: null,
  };
}

/** Digits without an exponent; trailing zeros go, what DecimalStringSchema cannot hold is rounded. */
function plain(value: Decimal): string {
  return value.toDecimalPlaces(MAX_PLACES).toFixed();
}
