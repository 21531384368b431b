import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ExchangeSim, startExchangeSim } from '../src/exchange-sim.ts';
import type { BookCandle } from '../src/venue-book.ts';
import { get, subscription, VenueClient } from './support/venue-client.ts';

const FOLDER = fileURLToPath(new URL('../../../../shared/data/market/', import.meta.url));
const BINANCE = `${FOLDER}binance-spot-2021-04-04.jsonl`;
const COINBASE = `${FOLDER}coinbase-exchange-2021-04-17.jsonl`;
const present = existsSync(BINANCE) && existsSync(COINBASE);
if (!present && process.env['CI']) throw new Error(`recordings are required in CI: ${FOLDER}`);
if (!present) console.warn(`skipped: no recordings in ${FOLDER}`);

describe.skipIf(!present)('real recordings', () => {
  let sim: ExchangeSim;

  beforeAll(async () => {
    const source = { replay: [BINANCE, COINBASE], speed: Infinity };
    sim = await startExchangeSim({ source, limits: false });
  });
  afterAll(() => sim.stop());

  test('every frame that was asked for comes through, and the candle is the exchange’s own', async () => {
    const streams = ['btc', 'eth', 'dot'].map((coin) => `${coin}usdt@aggTrade`).join('/');
    const binance = await VenueClient.open(`${sim.urls.binanceWs}/stream?streams=${streams}`);
    const coinbase = await VenueClient.open(sim.urls.coinbaseWs);
    const { body } = await get(`${sim.urls.coinbaseRest}/products`);
    const listed = (body as { id: string }[]).map((product) => product.id);
    const products = listed.filter((product) => product !== 'USDT-USD');
    coinbase.send(subscription(['matches', 'ticker'], products));
    await sim.replayed;
    await binance.until(() => binance.of('aggTrade').length === 1227 + 506 + 177);
    await coinbase.until(() => coinbase.of('ticker').length === 107);
    await coinbase.until(() => coinbase.of('match').length === 97);
    expect(coinbase.of('last_match')).toHaveLength(10);
    const first = binance.of('aggTrade')[0] as { T: number };
    const open = Math.floor(first.T / 60_000) * 60_000 + 60_000;
    const [candle] = sim.tape.candles('binance', 'BTCUSDT', '1m', open, open + 60_000);
    expect(new Date(first.T).getUTCSeconds()).toBe(11);
    expect(candle).toMatchObject({
      open: '57996.66000000',
      high: '58010.00000000',
      low: '57983.14000000',
      close: '58002.38000000',
      volume: '9.42169800',
      raw: 586,
    } satisfies Partial<BookCandle>);
  });
});
