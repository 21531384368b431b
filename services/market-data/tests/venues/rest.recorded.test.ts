import { Decimal } from 'decimal.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BinanceRest } from '../../src/venues/binance/rest.ts';
import { CoinbaseRest } from '../../src/venues/coinbase/rest.ts';
import { recording, RECORDINGS_PRESENT } from './recorded-frames.ts';
import { type RestVenue, silent, skippingClock, startRestVenue } from './rest-venue.ts';

const MINUTE = 60_000;

let server: RestVenue;
const options = () => ({
  origin: server.venue.restOrigin,
  clock: skippingClock().clock,
  logger: silent,
});

describe.skipIf(!RECORDINGS_PRESENT)('recorded REST answers (../shared)', () => {
  beforeEach(async () => {
    server = await startRestVenue();
  });
  afterEach(() => server.stop());

  it.each([
    ['BTCUSDT-1m-60', '1m', MINUTE, 60],
    ['BTCUSDT-5m-24', '5m', 5 * MINUTE, 24],
  ] as const)('klines %s become candles, digit for digit', async (name, interval, step, count) => {
    const body = recording(`candles/binance-rest-${name}.json`);
    const rows = JSON.parse(body) as (string | number)[][];
    server.handle = () => ({ body });
    const from = Number(rows[0]?.[0]);
    const rest = new BinanceRest(options());
    const candles = await rest.candles('BTCUSDT', interval, from, from + count * step);
    expect(candles).toHaveLength(count);
    expect(
      candles.map((one) => [one.time, one.open, one.high, one.low, one.close, one.volume]),
    ).toEqual(rows.map((row) => row.slice(0, 6)));
    expect(candles.map((one) => [one.quoteVolume, one.trades])).toEqual(
      rows.map((row) => [row[7], row[8]]),
    );
  });

  it('Coinbase candles keep the digits that the venue wrote', async () => {
    const body = recording('candles/coinbase-rest-BTC-USD-1m-2020-03-20T00.json');
    const rows = JSON.parse(body) as number[][];
    server.handle = (url) => ({ body: url.searchParams.get('start') ? body : [] });
    const to = (rows[0]?.[0] ?? 0) * 1000 + MINUTE;
    const from = (rows.at(-1)?.[0] ?? 0) * 1000;
    const rest = new CoinbaseRest(options());
    const candles = await rest.candles('BTC-USD', '1m', from, to);
    expect(candles).toHaveLength(rows.length);
    expect(candles[0]?.time).toBe(from);
    const written = new Map(rows.map((row) => [(row[0] ?? 0) * 1000, row]));
    for (const one of candles) {
      const [, low, high, open, close, volume] = written.get(one.time) ?? [];
      expect([one.low, one.high, one.open, one.close, one.volume].map(Number)).toEqual([
        low,
        high,
        open,
        close,
        volume,
      ]);
      expect(body).toContain(one.volume);
      const typical = new Decimal(one.open).plus(one.high).plus(one.low).plus(one.close).div(4);
      expect(one.quoteVolume).toBe(typical.times(one.volume).toFixed());
    }
  });
});
