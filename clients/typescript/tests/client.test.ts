import { until } from '@tidemark/testkit/until';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { register, type Person } from '../../../apps/server/tests/support/person.ts';
import {
  startWholePlatform,
  type WholePlatform,
} from '../../../apps/server/tests/support/whole-platform.ts';
import { typesOfHttp, typesOfStreams } from '../scripts/types-of.mjs';
import { RequestError, TidemarkClient } from '../src/client.ts';
import type { StreamMessage, StreamOptions, StreamStatus } from '../src/stream.ts';

let platform: WholePlatform;
let person: Person;
let client: TidemarkClient;
const lines: { pause(): void }[] = [];

beforeAll(async () => {
  platform = await startWholePlatform();
  person = await register(platform.url, 'reader');
  client = new TidemarkClient({ url: platform.url, token: person.signedIn.access_token });
}, 120_000);
afterAll(async () => {
  for (const line of lines) line.pause();
  await platform.stop();
});

/** A stream of the running server, with all that came. */
function open(options: Omit<StreamOptions, 'url' | 'onMessage'> & { as?: 'me' } = {}) {
  const messages: StreamMessage[] = [];
  const statuses: StreamStatus[] = [];
  const stream = client.stream({
    ...options,
    onMessage: (message) => messages.push(message),
    onStatus: (status) => statuses.push(status),
  });
  lines.push(stream);
  stream.connect();
  const came = (type: StreamMessage['type'], count = 1) =>
    until(type, () => messages.filter((message) => message.type === type).length >= count, 20_000);
  return { stream, messages, statuses, came };
}

async function described(name: 'openapi' | 'asyncapi'): Promise<object> {
  return (await (await fetch(`${platform.url}/api/${name}.json`)).json()) as object;
}

test('the types are those of what the server describes: `npm run generate -w @tidemark/client`', async () => {
  const [streams, http] = await Promise.all([
    typesOfStreams(await described('asyncapi')),
    typesOfHttp(await described('openapi')),
  ]);
  await expect(streams).toMatchFileSnapshot('../src/generated/streams.ts');
  await expect(http).toMatchFileSnapshot('../src/generated/http.ts');
}, 60_000);

test('what a running server sends is as its description of the streams says', async () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'streams', ...(await described('asyncapi')) });
  const checks = new Map<string, ValidateFunction>();
  const checkOf = (type: string) => {
    const path = `streams#/components/messages/${type}/payload`;
    const check = checks.get(type) ?? ajv.compile({ $ref: path });
    checks.set(type, check);
    return check;
  };
  const { stream, messages, came } = open({ candles: '1m', coins: ['bitcoin'] });
  await came('candle_update', 2);
  stream.subscribe(['ethereum', 'nonsense']);
  await came('subscribed');
  stream.unsubscribe(['bitcoin']);
  stream.ping();
  await came('pong');
  const types = new Set(messages.map(({ type }) => type));
  expect([...types].sort()).toEqual([
    'candle_update',
    'error',
    'pong',
    'price_update',
    'snapshot_end',
    'subscribed',
    'unsubscribed',
  ]);
  const faults = messages.flatMap((message) => {
    const { type } = message;
    const check = checkOf(type);
    return check(message) ? [] : [`${type}: ${ajv.errorsText(check.errors)}`];
  });
  expect(faults).toEqual([]);
}, 60_000);

test('candles of the stream are in the form of the API, consolidated and of each venue', async () => {
  const { data } = await client.get('/api/market/candles/{coin_id}', {
    path: { coin_id: 'bitcoin' },
    query: { interval: '1m' },
  });
  const [bar] = data.candles.slice(-1);
  for (const exchange of ['consolidated', 'binance'] as const) {
    const { messages, came } = open({ candles: '1m', exchange, coins: ['bitcoin'] });
    await came('candle_update');
    const told = messages.find(({ type }) => type === 'candle_update')?.data;
    expect(told).toMatchObject({
      exchange,
      currency: exchange === 'consolidated' ? 'USD' : 'USDT',
      open: expect.any(Number),
    });
    const { coin_id, interval, ...rest } = told as unknown as Record<string, unknown>;
    expect([coin_id, interval]).toEqual(['bitcoin', '1m']);
    expect(Object.keys(rest).sort()).toEqual(
      [...Object.keys(bar ?? {}), 'exchange', 'currency'].sort(),
    );
  }
});

test('a refusal says what was refused', async () => {
  const asked = client.get('/api/market/price/{coin_id}', { path: { coin_id: 'nonsense' } });
  await expect(asked).rejects.toMatchObject({
    name: 'RequestError',
    status: 404,
    code: 'RESOURCE_NOT_FOUND',
    requestId: expect.any(String),
  });
  await expect(
    new TidemarkClient({ url: 'http://127.0.0.1:1', retries: 0 }).ticket(),
  ).rejects.toThrow(RequestError);
});

test('a stream is opened as somebody by a ticket, and one that is refused stays so', async () => {
  const mine = open({ as: 'me', coins: ['bitcoin'] });
  await mine.came('snapshot_end');
  expect(mine.statuses).toEqual(['connecting', 'open']);
  const refused = open({ coins: ['nonsense'] });
  await refused.came('error');
  await until('the refusal', () => refused.statuses.at(-1) === 'refused');
});

test('the page of the streams has every channel and message', async () => {
  const answer = await fetch(`${platform.url}/api/docs/streams`);
  expect(answer.headers.get('content-type')).toContain('text/html');
  const html = await answer.text();
  for (const name of ['/ws/prices', '/ws/portfolio/{portfolio_id}', 'snapshot_end', 'coins']) {
    expect(html).toContain(name);
  }
  expect(html).not.toMatch(/undefined|\[object/);
});
