import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  dereferenced,
  operationsOf,
  type ApiDocument,
  type Operation,
} from './support/openapi/api-document.ts';
import { madeAlert, madeChannel } from './support/made-alert.ts';
import {
  madeFile,
  madePortfolio,
  madeTransaction,
  madeWatchlist,
} from './support/made-portfolio.ts';
import { register } from './support/person.ts';
import { storeHistory } from './support/stored-history.ts';
import { startWholePlatform, type WholePlatform } from './support/whole-platform.ts';

let platform: WholePlatform;
let token: string;
let operations: Operation[];
beforeAll(async () => {
  platform = await startWholePlatform({
    prepare: storeHistory,
    env: { TRUSTED_PROXIES: '192.0.2.1' },
  });
  token = (await register(platform.url, 'admin')).signedIn.access_token;
  operations = operationsOf((await read('/api/openapi.json')).body as ApiDocument);
}, 90_000);
afterAll(() => platform.stop());

interface Refusal {
  error: { code: string; message: string; details?: { field: string; reason: string }[] };
}

async function read(path: string, init: RequestInit = {}) {
  const response = await fetch(platform.url + path, init);
  return { status: response.status, headers: response.headers, body: await response.json() };
}
const refusalOf = (body: unknown) => (body as Refusal).error;

/** Path parameters that fit, for operations that would be refused for them. */
const FITTING: Readonly<Record<string, string>> = {
  ...{ user_id: 'me', group: 'price', code: 'EUR', figure: 'value', n: '0' },
  article_id: '1',
};
/** More than routes take that are no uploads, in bytes. */
const TOO_LONG = 600_000;
const coin = (path: string) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => FITTING[name] ?? 'bitcoin');

test('a parameter that is not known is refused by its name, at every operation', async () => {
  const faults: string[] = [];
  for (const { method, path, body } of operations) {
    const { status, body: answer } = await read(`${coin(path)}?vs_currency=eur`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: '{}' }),
    });
    const fields = (answer as Partial<Refusal>).error?.details?.map(({ field }) => field) ?? [];
    const named =
      fields.includes('query.vs_currency') || fields.some((field) => field.startsWith('body'));
    if (status !== 400 || !named) faults.push(`${method} ${path}: ${status} ${fields.join()}`);
  }
  expect(faults).toEqual([]);
});

test.each(['username', 'email'])(
  'a zero character in the %s of a sign-in is refused',
  async (field) => {
    const { status, body } = await read('/api/users/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ [field]: 'a\0da', password: 'a tide of 9 words' }),
    });
    expect(status).toBe(400);
    expect(refusalOf(body).details).toMatchObject([{ field: `body.${field}` }]);
  },
);

test('by the name of another host nothing is answered, though a proxy is trusted', async () => {
  for (const path of ['/', '/api/market/coins', '/ws/prices']) {
    const status = await new Promise((resolve, reject) => {
      const asked = request(platform.url + path, { headers: { host: 'evil.example' } });
      asked.once('response', (answer) => resolve(answer.resume().statusCode)).once('error', reject);
      asked.end();
    });
    expect(status, path).toBe(400);
  }
});

test.each(['from=1795000000', 'to=1795000000', 'from=0'])(
  '%s is no time in milliseconds',
  async (range) => {
    for (const path of ['/api/market/candles/bitcoin', '/api/analytics/daily/bitcoin']) {
      const { status, body } = await read(`${path}?${range}`);
      expect(status).toBe(400);
      expect(refusalOf(body).message).toContain('milliseconds');
    }
  },
);

describe('a coin', () => {
  test.each(['BITCOIN', 'Bitcoin'])('%s is found, and answered by its slug', async (id) => {
    const { body } = await read(`/api/market/price/${id}`);
    expect(body).toMatchObject({ data: { coin_id: 'bitcoin' } });
    const several = await read(`/api/market/prices?coins=${id},ETHEREUM`);
    expect(several.body).toMatchObject({ data: [{ coin_id: 'bitcoin' }, { coin_id: 'ethereum' }] });
    const repeated = await read(`/api/market/prices?coins=${id}&coins=ethereum`);
    expect(repeated.body).toMatchObject({
      data: [{ coin_id: 'bitcoin' }, { coin_id: 'ethereum' }],
    });
  });

  test.each(['btc', 'BTC', 'BTCUSDT', 'btc-usd'])('%s is told its slug', async (name) => {
    for (const path of ['/api/market/price/', '/api/market/candles/', '/api/analytics/risk/']) {
      const { status, body } = await read(path + name);
      expect([status, refusalOf(body).code]).toEqual([404, 'RESOURCE_NOT_FOUND']);
      expect(refusalOf(body).message).toContain('Did you mean bitcoin?');
    }
  });
});

test('a body that is no JSON is 415, and a method that is not taken 405 with those that are', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
    const headers = { 'content-type': type };
    const { status, body } = await read('/api/users/login', {
      method: 'POST',
      headers,
      body: 'a=b',
    });
    expect([status, refusalOf(body).code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  }
  const wrong = await read('/api/users/keys', {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}` },
  });
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

/** `QUERY` is one that Node.js knows and no route takes; what a body is told comes after. */
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY'] as const;

/** Methods by path, of the routes that are registered; of a literal path its own alone. */
function methodsByPath(): Map<string, Set<string>> {
  const known = new Map<string, Set<string>>();
  for (const { method, url } of platform.routes) {
    if (url.includes('*') || INTERNAL.test(`${method} ${url}`)) continue;
    const path = url.replace(/:(\w+)/g, (_, name: string) => FITTING[name] ?? 'bitcoin');
    const own = known.get(path) ?? new Set();
    known.set(path, own.add(method));
  }
  return known;
}
/** For everybody outside there is no such route. */
const INTERNAL = /^POST \/api\/(users\/internal\/|market\/history$)/;

test('a method that a path lacks is 405 with those that it has, whoever asks', async () => {
  const faults: string[] = [];
  const paths = methodsByPath();
  for (const [path, own] of paths) {
    const allow = [...own, ...(own.has('GET') ? ['HEAD'] : [])].sort().join(', ');
    const lacking = METHODS.filter((one) => !own.has(one) && !INTERNAL.test(`${one} ${path}`));
    for (const method of lacking) {
      for (const headers of [{}, { authorization: `Bearer ${token}` }]) {
        const got = await fetch(platform.url + path, { method, headers });
        const { error } = (await got.json().catch(() => ({}))) as Partial<Refusal>;
        const said = [got.status, got.headers.get('allow'), error?.code].join(' ');
        const whole = got.headers.has('x-request-id') && got.headers.has('x-frame-options');
        if (said !== `405 ${allow} METHOD_NOT_ALLOWED` || !whole)
          faults.push(`${method} ${path}: ${said}`);
      }
    }
  }
  expect(faults).toEqual([]);
  expect(paths.size).toBeGreaterThan(45);
});

test('a URL over 8 KB is 414, at every route', async () => {
  for (const [path, [method = 'GET']] of methodsByPath()) {
    const got = await fetch(`${platform.url}${path}?x=${'x'.repeat(8_200)}`, { method });
    await got.arrayBuffer();
    expect([path, got.status]).toEqual([path, 414]);
    expect(got.headers.get('x-request-id')).toMatch(/\S/);
    expect(got.headers.get('x-frame-options')).toBe('DENY');
  }
});

test('a body that is too long or no JSON is refused with an id, at every route that takes one', async () => {
  for (const { method, path } of operations.filter(({ body }) => body !== null)) {
    const send = async (type: string, body: string) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': type };
      const got = await fetch(platform.url + coin(path), { method, headers, body });
      await got.arrayBuffer();
      expect(got.headers.get('x-request-id')).toMatch(/\S/);
      expect(got.headers.get('x-frame-options')).toBe('DENY');
      return [path, got.status];
    };
    expect(await send('application/xml', '<a/>')).toEqual([path, 415]);
    expect(await send('application/json', `"${'x'.repeat(TOO_LONG)}"`)).toEqual([path, 413]);
  }
});

test('who asks for problem details gets them', async () => {
  const headers = { accept: 'application/problem+json, application/json' };
  const { status, headers: got, body } = await read('/api/market/price/btc', { headers });
  expect(got.get('content-type')).toContain('application/problem+json');
  expect(body).toMatchObject({ status, title: 'Not Found', code: 'RESOURCE_NOT_FOUND' });
  expect((body as { request_id: string }).request_id).toBe(got.get('x-request-id'));
});

test('answers say their version, and a request for another one is refused', async () => {
  const { headers } = await read('/api/market/coins');
  const version = headers.get('tidemark-version') ?? '';
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  const asked = (value: string) =>
    read('/api/market/coins', { headers: { 'tidemark-version': value } });
  expect((await asked(version.split('.')[0] ?? '')).status).toBe(200);
  expect((await asked('99')).status).toBe(400);
});

test('every example of the description is taken', { timeout: 90_000 }, async () => {
  const document = dereferenced((await read('/api/openapi.json')).body as ApiDocument);
  const refused: Record<string, unknown> = {};
  const reader = await register(platform.url, 'reader');
  const portfolio_id = await madePortfolio(reader);
  const made = {
    portfolio_id,
    transaction_id: await madeTransaction(reader, portfolio_id),
    file_id: await madeFile(reader, portfolio_id),
    watchlist_id: await madeWatchlist(reader),
    alert_id: await madeAlert(reader),
    channel_id: await madeChannel(reader),
  };
  let taken = 0;
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, { parameters = [], requestBody, operationId = '' }] of Object.entries(
      methods,
    )) {
      const body = requestBody?.content?.['application/json']?.example;
      const examples = parameters.filter(({ example }) => example !== undefined);
      if (body === undefined && examples.length === 0) continue;
      const { signedIn } = operationId === 'logout' ? await register(platform.url) : reader;
      const asked = path.startsWith('/api/admin') ? token : signedIn.access_token;
      const value = (of: string) => String(examples.find(({ name }) => name === of)?.example);
      const there: Readonly<Record<string, string>> = { ...made, user_id: signedIn.user_id };
      const place = path
        .replace(/\{(\w+)\}/g, (asIs, name: string) => there[name] ?? asIs)
        .replace(/\{(\w+)\}/g, (_, name: string) => value(name));
      const query = new URLSearchParams();
      for (const { in: at, name } of examples) if (at === 'query') query.set(name, value(name));
      const answer = await read(`${place}?${query.toString()}`, {
        method: method.toUpperCase(),
        headers: {
          authorization: `Bearer ${asked}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(parameters.some(({ name }) => name === 'if-match') && { 'if-match': '*' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (answer.status < 300) taken += 1;
      else refused[operationId] = [answer.status, answer.body];
    }
  }
  expect(taken).toBeGreaterThan(20);
  // Its refresh token is in a cookie that an example cannot have.
  expect(Object.keys(refused), JSON.stringify(refused)).toEqual(['refreshSession']);
});
