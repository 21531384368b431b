import type { CurrencyRate, DailyRate } from '@tidemark/contracts/currency-rate';
import { startExchangeSim } from '@tidemark/exchange-sim/exchange-sim';
import { TestClock } from '@tidemark/clock/test-clock';
import { startMarketRig, universeOf, type MarketRig } from '@tidemark/testkit/market-rig';
import { openRoot } from '@tidemark/testkit/open-root';
import { until } from '@tidemark/testkit/until';
import type { FastifyInstance } from 'fastify';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { EcbSource } from '../src/currencies/ecb-source.ts';
import { ReferenceReader } from '../src/currencies/reference-reader.ts';
import { EuroRateStore } from '../src/store/euro-rate-store.ts';
import { createLogger } from '@tidemark/telemetry/logger';
import type { MarketTables } from '../src/tables.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

let sim: Awaited<ReturnType<typeof startExchangeSim>>;
let rig: MarketRig;
let app: FastifyInstance;
beforeAll(async () => {
  sim = await startExchangeSim({ seed: 3, limits: false });
  rig = await startMarketRig({
    urls: sim.urls,
    universe: universeOf('bitcoin'),
    config: { ECB_RATES_URL: sim.urls.ecbRates },
  });
  app = await openRoot({ services: new Set(['market-data', 'gateway']) });
  await rig.market.plugin(app);
  const reads = () => rig.database.as<MarketTables>().selectFrom('euro_rate_reads').selectAll();
  await until('the rates', async () => (await reads().execute()).length > 0, 60_000);
}, 90_000);
afterAll(async () => {
  await app.close();
  await rig.stop();
  await sim.stop();
});

interface Asked<T> {
  status: number;
  data: T;
}

async function ask<T>(path: string): Promise<Asked<T>> {
  const answer = await app.inject({ url: `/api/market/rates${path}` });
  return { status: answer.statusCode, data: answer.json<{ data: T }>().data };
}

test('every currency of the series, the dollar and its stablecoins are told of, as simulated', async () => {
  await until('USDT to trade', async () => {
    const { data } = await ask<CurrencyRate[]>('');
    return data.find(({ code }) => code === 'USDT')?.quality === 'simulated';
  });
  const { data } = await ask<CurrencyRate[]>('');
  const codes = data.map(({ code }) => code);
  expect(codes).toEqual(
    expect.arrayContaining(['CHF', 'EUR', 'GBP', 'JPY', 'USD', 'USDC', 'USDT']),
  );
  expect(codes).toEqual([...codes].sort());
  // It ceased to be told of in 2022.
  expect(codes).not.toContain('RUB');
  const known = data.filter(({ usd }) => Number(usd) > 0);
  expect(known).toHaveLength(data.length);
  const sources = new Set(data.map(({ code, source }) => (code === 'USD' ? 'usd' : source)));
  expect([...sources].sort()).toEqual(['simulated', 'usd']);
});

test('a range has every day of it, weekends and holidays by the day before', async () => {
  const from = Date.UTC(2021, 3, 1);
  const { data } = await ask<DailyRate[]>(`/EUR?from=${from}&to=${Date.UTC(2021, 3, 8)}`);
  expect(data.map(({ day, from_day }) => [day, from_day])).toEqual([
    ['2021-04-01', '2021-04-01'],
    // Good Friday to Easter Monday.
    ...['2021-04-02', '2021-04-03', '2021-04-04', '2021-04-05'].map((day) => [day, '2021-04-01']),
    ['2021-04-06', '2021-04-06'],
    ['2021-04-07', '2021-04-07'],
  ]);
  const francs = await ask<DailyRate[]>(`/CHF?from=${from}&to=${from + DAY_MS}`);
  const store = new EuroRateStore(rig.database);
  const [cross] = await store.days('CHF', '2021-04-01', '2021-04-01');
  expect(Number(francs.data[0]?.usd)).toBeCloseTo(Number(cross?.dollars) / Number(cross?.own), 10);
});

test('what ended is there up to ten days after its end, and there is no day after today', async () => {
  const from = Date.UTC(2022, 1, 25);
  const roubles = await ask<DailyRate[]>(`/RUB?from=${from}&to=${Date.UTC(2022, 5, 1)}`);
  expect(roubles.data.at(-1)).toMatchObject({ day: '2022-03-11', from_day: '2022-03-01' });
  const dollars = await ask<DailyRate[]>(`/USD?from=${from}`);
  expect(dollars.data.at(-1)?.day).toBe(new Date().toISOString().slice(0, 10));
  expect(new Set(dollars.data.map(({ usd }) => usd))).toEqual(new Set(['1']));
});

test.each([
  ['/XXX', 404],
  ['/USDX', 404],
  ['/EUR?from=1700000000000&to=1600000000000', 400],
  ['/EUR?from=5', 400],
  ['/eur', 400],
])('%s is %i', async (path, status) => {
  expect((await ask(path)).status).toBe(status);
});

test('USDT by day is the close of its own product; a day of which nothing is known is absent', async () => {
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const { data } = await ask<DailyRate[]>(`/USDT?from=${today - 3 * DAY_MS}`);
  for (const { day, from_day, usd } of data) {
    expect(day).toBe(from_day);
    expect(Number(usd)).toBeCloseTo(1, 1);
  }
  expect((await ask<DailyRate[]>('/USDT?from=1500000000000&to=1500500000000')).data).toEqual([]);
});

/** A server in place of the central bank's, which answers as it is told. */
async function bank(answer: (path: string, headers: Record<string, unknown>) => [number, string]) {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const [status, text] = answer(request.url ?? '', request.headers);
    response.writeHead(status, { etag: '"1"' }).end(status === 304 ? undefined : text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { asked, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const document = (...days: readonly [string, string][]) =>
  `<E><Cube>${days.map(([day, rate]) => `<Cube time="${day}"><Cube currency="USD" rate="${rate}"/></Cube>`).join('')}</Cube></E>`;

test('all is read first, then what is new once a day; a version that is known is not sent again', async () => {
  await forgetRates();
  const clock = new TestClock(Date.UTC(2026, 10, 30, 12));
  const all = document(['2026-11-27', '1.15'], ['2019-03-01', '1.13']);
  const { asked, origin } = await bank((_, headers) =>
    headers['if-none-match'] === '"1"' ? [304, ''] : [200, all],
  );
  const reader = readerOf(origin, clock);
  const { signal } = new AbortController();
  await reader.look(signal);
  await reader.look(signal);
  expect(asked).toEqual(['/eurofxref-hist.xml']);
  await clock.advance(5.6 * HOUR_MS);
  await reader.look(signal);
  await clock.advance(DAY_MS);
  await reader.look(signal);
  expect(asked.slice(1)).toEqual(['/eurofxref-hist-90d.xml', '/eurofxref-hist-90d.xml']);
  expect(reader.counts).toEqual({ read: 2, unchanged: 1, failed: 0, refused: 0 });
  // Another process knows what this one did.
  await readerOf(origin, clock).look(signal);
  expect(asked).toHaveLength(3);
});

test('a source that fails is asked again, not at once; what came before it broke off is kept', async () => {
  await forgetRates();
  const clock = new TestClock(Date.UTC(2026, 10, 30, 12));
  const answers: [number, string][] = [
    [500, ''],
    [200, '<html/>'],
    [200, document(['2026-11-27', '1.15']).slice(0, -12)],
    [200, document(['2026-11-27', '1.16'], ['2026-11-26', 'N/A'])],
  ];
  const { asked, origin } = await bank(() => answers.shift() ?? [500, '']);
  const reader = readerOf(origin, clock);
  const { signal } = new AbortController();
  for (let i = 1; i <= 3; i += 1) {
    await reader.look(signal);
    await reader.look(signal);
    expect(asked).toHaveLength(i);
    expect(reader.counts.failed).toBe(i);
    await clock.advance(HOUR_MS);
  }
  const store = new EuroRateStore(rig.database);
  expect(await store.days('EUR', '2026-11-01', '2026-11-30')).toMatchObject([{ dollars: '1.15' }]);
  await reader.look(signal);
  expect(await store.days('EUR', '2026-11-01', '2026-11-30')).toMatchObject([{ dollars: '1.16' }]);
  expect(reader.counts).toEqual({ read: 1, unchanged: 0, failed: 3, refused: 1 });
});

test('a document without an end is given up', async () => {
  const { origin } = await bank(() => [200, document(['2026-11-27', '1.15']).padEnd(100_000)]);
  const source = new EcbSource(origin, new TestClock(), 50_000);
  const answer = await source.read('all', null, new AbortController().signal);
  if (answer.kind !== 'rates') throw new Error('it was sent');
  const toTheEnd = async () => {
    for await (const { rates } of answer.batches) expect(rates.length).toBeLessThan(2);
  };
  await expect(toTheEnd()).rejects.toThrow('over 50000 bytes');
});

function readerOf(origin: string, clock: TestClock): ReferenceReader {
  const logger = createLogger({ level: 'silent' });
  const store = new EuroRateStore(rig.database);
  const source = new EcbSource(origin, clock);
  return new ReferenceReader({
    clock,
    logger,
    source,
    store,
    isMine: () => true,
    random: () => 0.99,
  });
}

async function forgetRates(): Promise<void> {
  const db = rig.database.as<MarketTables>();
  await db.deleteFrom('euro_rates').execute();
  await db.deleteFrom('euro_rate_reads').execute();
}
