import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { ErrorEnvelopeSchema } from '@tidemark/contracts/envelope';
import { REFRESH_COOKIE, CSRF_HEADER, type SignedIn } from '@tidemark/contracts/session';
import type { FastifyInstance } from 'fastify';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountsSnapshot } from './support/accounts-snapshot.ts';
import { madePortfolio } from './support/made-portfolio.ts';
import { MintedTokens } from './support/minted-tokens.ts';
import { register, type Person } from './support/person.ts';
import {
  CREDENTIALS,
  type CredentialKind,
  type Row,
  type RowRequest,
} from './support/route-rows.ts';
import { ROUTE_TABLE } from './support/route-table.ts';
import { UPGRADE_KINDS, UPGRADE_TABLE, upgradeStatus } from './support/upgrade-table.ts';
import { startWholePlatform, type WholePlatform } from './support/whole-platform.ts';

/** The description of the API and its reader declare no access; pages and probes are not below `/api`. */
const OPEN_BY_NATURE =
  /^\w+ (\/api\/((open|async)api\.json|docs(\/.*)?)|\/(healthz|readyz|metrics|\*)?)$/;

const minted = new MintedTokens();
let platform: WholePlatform;
let admin: Person;
let other: Person;
let revoked: Person;
let reader: Asker;

beforeAll(async () => {
  platform = await startWholePlatform({
    env: minted.env,
    prepare: (dir) => minted.prepare(dir),
    onApp: failWhenAsked,
  });
  admin = await register(platform.url, 'admin');
  other = await register(platform.url, 'other');
  revoked = await register(platform.url, 'revoked');
  reader = await newAsker();
  const headers = { authorization: `Bearer ${revoked.signedIn.access_token}` };
  await fetch(`${platform.url}/api/users/logout`, { method: 'POST', headers });
}, 90_000);
afterAll(() => platform.stop());

test('every route has a row, and every row a route', () => {
  const routes = platform.routes.map(({ method, url }) => `${method} ${url}`);
  const asked = routes.filter((route) => !OPEN_BY_NATURE.test(route));
  expect(asked.sort()).toEqual(Object.keys(ROUTE_TABLE).sort());
});

test('reading changes nothing of accounts, sessions and keys', { timeout: 60_000 }, async () => {
  const { owner, key, keyId } = reader;
  const scene = { owner, keyId, otherSession: () => Promise.reject(new Error('none for reading')) };
  const tokens = [owner.signedIn.access_token, key, admin.signedIn.access_token];
  const read = platform.routes.filter(({ method }) => method === 'GET');
  const before = await accountsSnapshot(platform.database);
  for (const { url } of read) {
    const route = `GET ${url}`;
    const { path } = (await ROUTE_TABLE[route]?.request(scene)) ?? { path: url.replace('*', 'x') };
    // Of GET and of HEAD.
    for (const token of tokens) await statusOf(route, { path }, bearer(token));
  }
  expect(await accountsSnapshot(platform.database)).toEqual(before);
  expect(read.length).toBeGreaterThan(30);
  // What does change something is seen.
  await other.login();
  expect(await accountsSnapshot(platform.database)).not.toEqual(before);
});

describe('who may do what', () => {
  test.each(Object.entries(ROUTE_TABLE))('%s', async (route, row) => {
    const got = await statusesOf(route, row);
    const expected = CREDENTIALS.map((kind, i) => [kind, row.statuses[i]]);
    // At routes a cookie is as nothing, with the proof of its page beside it too.
    expect(got).toEqual({ ...Object.fromEntries(expected), cookie: row.statuses[0] });
  });
});

test('a cookie goes on with its session and ends it, for a page that proves that it is ours', async () => {
  const person = await register(platform.url, 'browser');
  const ask = async (route: string, headers: Record<string, string>) => {
    const answer = await fetch(platform.url + route, { method: 'POST', headers });
    return { status: answer.status, body: (await answer.json()) as { data: SignedIn } };
  };
  for (const route of ['/api/users/refresh', '/api/users/logout']) {
    const { [CSRF_HEADER]: _, ...unproven } = cookieOf(person.signedIn);
    expect((await ask(route, unproven)).status).toBe(403);
  }
  // A page of ours asks with `Origin` and is given no refresh token to read; a client without is.
  const { origin: __, ...client } = cookieOf(person.signedIn);
  const { status, body } = await ask('/api/users/refresh', client);
  expect(status).toBe(200);
  const next = cookieOf(body.data);
  expect((await ask('/api/users/logout', next)).status).toBe(200);
  expect((await ask('/api/users/refresh', next)).status).toBe(401);
});

test('every stream has a row, and every row a stream', async () => {
  const answer = await fetch(`${platform.url}/api/asyncapi.json`);
  const { channels } = (await answer.json()) as { channels: Record<string, { address: string }> };
  const streams = Object.values(channels).map(({ address }) => address);
  expect(streams.sort()).toEqual(Object.keys(UPGRADE_TABLE).sort());
});

describe('who may open a stream', () => {
  test.each(Object.entries(UPGRADE_TABLE))('%s', async (stream, expected) => {
    const portfolioId = await madePortfolio(reader.owner);
    const got = await upgradesOf(stream.replace('{portfolio_id}', portfolioId));
    expect(Object.keys(got)).toEqual([...UPGRADE_KINDS]);
    expect(got).toEqual(expected);
  });
});

const BODY_BYTES = 16 * 1024;
/** Routes that take files, prices of many days, notes on many coins or many alerts, and how many bytes. */
const ROOMY: Readonly<Record<string, number>> = {
  'POST /api/portfolio/:portfolio_id/files': 64 * 1024 * 1024,
  'PUT /api/portfolio/:portfolio_id/asset-settings/:asset': 128 * 1024,
  'PATCH /api/watchlist/:watchlist_id': 512 * 1024,
  'POST /api/alerts/import': 512 * 1024,
};
/** For everybody outside there is no such route, whatever is sent. */
const INTERNAL = /^POST \/api\/(users\/internal\/|market\/history$)/;

test('no route takes a body over 16 KB but those that are listed', async () => {
  const authorization = `Bearer ${await tokenOf(admin)}`;
  const taking = platform.routes.filter(({ method }) => !/^(GET|HEAD|OPTIONS)$/.test(method));
  const usual = taking.filter(({ method, url }) => !(`${method} ${url}` in ROOMY));
  const got = usual.map(async ({ method, url }) => {
    const answer = await fetch(platform.url + url.replace(/:\w+/g, 'me'), {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify('x'.repeat(BODY_BYTES - 1)),
    });
    await answer.arrayBuffer();
    return [`${method} ${url}`, answer.status];
  });
  const statuses = (await Promise.all(got)).filter(([route]) => !INTERNAL.test(`${route}`));
  expect(statuses.filter(([, status]) => status !== 413)).toEqual([]);
  expect(statuses.length).toBeGreaterThan(15);
});

test.each(Object.entries(ROOMY))('%s takes %i bytes and no more', async (route, bytes) => {
  const [method = '', url = ''] = route.split(' ');
  const authorization = `Bearer ${await tokenOf(admin)}`;
  const type = {
    authorization,
    'content-type': url.endsWith('/files') ? 'application/octet-stream' : 'application/json',
  };
  // Nobody reads more than the headers of one that says how long it is.
  const asked = request(platform.url + url.replace(/:\w+/g, 'me'), {
    method,
    headers: { ...type, 'content-length': bytes + 1 },
  });
  asked.on('error', () => undefined).flushHeaders();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  expect(answer.statusCode).toBe(413);
  asked.destroy();
});

/** Statuses that something on the way may give an error, and what is made of them. */
const FAULTS: Readonly<Record<number, number>> = {
  ...{ 400: 400, 401: 401, 403: 403, 404: 404, 405: 405, 408: 400, 409: 409, 413: 413, 415: 415 },
  ...{ 422: 422, 429: 429, 500: 500, 502: 500, 503: 503, 200: 500 },
};

/** Fails each request that names a status, with an error that has it; 200: none. */
function failWhenAsked(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ headers }) => {
    const status = Number(headers['x-test-fault']);
    if (status === 200) throw new Error('made for a test');
    if (status > 0) throw Object.assign(new Error('made for a test'), { statusCode: status });
  });
}

test('an error of whatever status comes back as the error envelope, at every route', async () => {
  const faults: string[] = [];
  for (const { method, url } of platform.routes) {
    const path = url.replace(/:\w+/g, 'x').replace('*', 'x');
    const asked = Object.entries(FAULTS).map(async ([fault, status]) => {
      const headers = { 'x-test-fault': fault };
      const answer = await fetch(platform.url + path, { method, headers });
      const body: unknown = await answer.json().catch(() => null);
      if (answer.status !== status || !isEnvelope(body))
        faults.push(`${method} ${url} ${fault}: ${answer.status} ${JSON.stringify(body)}`);
    });
    await Promise.all(asked);
  }
  expect(faults).toEqual([]);
});

const envelope = Compile(ErrorEnvelopeSchema);
const isEnvelope = (body: unknown): boolean => envelope.Check(body);

/** Somebody with API keys. */
interface Asker {
  owner: Person;
  key: string;
  keyId: string;
  writingKey: string;
}

async function newAsker(): Promise<Asker> {
  const owner = await register(platform.url, 'owner');
  const { key: writingKey } = await owner.apiKey('read_write');
  return { owner, ...(await owner.apiKey('read')), writingKey };
}

/** What a browser sends of a session that a page of ours asks by. */
const cookieOf = ({ refresh_token = '', csrf_token }: SignedIn) => ({
  ...{ cookie: `${REFRESH_COOKIE}=${refresh_token}`, origin: platform.url },
  [CSRF_HEADER]: csrf_token,
});
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** What opens nothing or something by `Authorization`; null: nothing is shown. */
async function tokensOf({ owner, key, writingKey }: Asker) {
  const { access_token } = owner.signedIn;
  const tokens: Record<CredentialKind, string | null> = {
    none: null,
    expired: await minted.expired(access_token),
    forged: await minted.forged(access_token),
    unsigned: minted.unsigned(access_token),
    revoked: revoked.signedIn.access_token,
    'reading key': key,
    'writing key': writingKey,
    other: await tokenOf(other),
    admin: await tokenOf(admin),
    owner: access_token,
  };
  return tokens;
}

async function statusesOf(route: string, row: Row): Promise<Record<string, number>> {
  // Reading changes nobody: one owner will do for all of it.
  const asker = route.startsWith('GET ') ? reader : await newAsker();
  const { owner, keyId } = asker;
  const otherSession = async () => sessionOf((await owner.login()).access_token);
  const tokens = await tokensOf(asker);
  const scene = { owner, otherSession, keyId };
  const statuses: Record<string, number> = {};
  const cookie = cookieOf(owner.signedIn);
  statuses['cookie'] = await statusOf(route, await row.request(scene), cookie);
  for (const kind of CREDENTIALS) {
    const token = tokens[kind];
    const headers = token === null ? {} : bearer(token);
    statuses[kind] = await statusOf(route, await row.request(scene), headers);
  }
  return statuses;
}

async function upgradesOf(path: string): Promise<Record<string, number>> {
  const { owner } = reader;
  const tokens = Object.entries(await tokensOf(reader)).map(async ([kind, token]) => [
    kind,
    await upgradeStatus(platform.url + path, token === null ? {} : bearer(token)),
  ]);
  const answer = await fetch(`${platform.url}/api/stream/ticket`, {
    method: 'POST',
    headers: bearer(owner.signedIn.access_token),
  });
  const { ticket } = ((await answer.json()) as { data: { ticket: string } }).data;
  const byTicket = (shown: string) => upgradeStatus(`${platform.url}${path}?ticket=${shown}`, {});
  const cookie = cookieOf(owner.signedIn);
  const ended = cookieOf(revoked.signedIn);
  const { origin: _, ...noPage } = cookie;
  const foreign = { origin: 'https://evil.example' };
  const opens = (headers: Record<string, string>) => upgradeStatus(platform.url + path, headers);
  return {
    ...(Object.fromEntries(await Promise.all(tokens)) as Record<string, number>),
    ticket: await byTicket(ticket),
    'used ticket': await byTicket(ticket),
    'forged ticket': await byTicket('A'.repeat(ticket.length)),
    cookie: await opens(cookie),
    'ended cookie': await opens(ended),
    'cookie, no page': await opens(noPage),
    'cookie, foreign page': await opens({ ...cookie, ...foreign }),
    'foreign page': await opens(foreign),
  };
}

/** A token that is good: a row may have ended the session of the one there was. */
async function tokenOf(person: Person): Promise<string> {
  const { access_token } = person.signedIn;
  const headers = { authorization: `Bearer ${access_token}` };
  const { ok } = await fetch(`${platform.url}/api/users/me`, { headers });
  return ok ? access_token : (await person.login()).access_token;
}

/** Of the route, and for one that is read of HEAD too, which must say the same and have no body. */
async function statusOf(
  route: string,
  { path, body, headers }: RowRequest,
  credential: Record<string, string>,
): Promise<number> {
  const ask = async (method: string) => {
    const response = await fetch(platform.url + path, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...{ ...headers, ...credential },
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, bytes: (await response.arrayBuffer()).byteLength };
  };
  const method = route.split(' ', 1)[0] ?? '';
  const { status } = await ask(method);
  if (method === 'GET') expect(await ask('HEAD')).toEqual({ status, bytes: 0 });
  return status;
}

function sessionOf(token: string): string {
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  return (JSON.parse(claims) as { sid: string }).sid;
}
