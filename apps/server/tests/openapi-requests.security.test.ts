import { Agent, request as httpRequest } from 'node:http';
import { until } from '@tidemark/testkit/until';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AnswerCheck, type WireAnswer } from './support/openapi/answer-check.ts';
import { operationsOf, type ApiDocument, type Operation } from './support/openapi/api-document.ts';
import {
  arbitraryRequest,
  type ArbitraryRequest,
  type KnownValues,
} from './support/openapi/arbitrary-request.ts';
import { madeAlert, madeChannel } from './support/made-alert.ts';
import { madePortfolio, madeTransaction, madeWatchlist } from './support/made-portfolio.ts';
import { textFieldsOf, type TextField } from './support/openapi/text-fields.ts';
import { register, type Person } from './support/person.ts';
import { startWholePlatform, type WholePlatform } from './support/whole-platform.ts';

const REQUESTS = 20_000;
/**
 * Operations that cost a password hash, a quarter of a second of a core: their own, or the one of the next account where
 * they end the session that asks. Rotating makes a key that is kept for a quarter of an hour.
 */
const COSTLY = [
  /^POST \/api\/users\/(register|login|logout|logout-everywhere|password\/reset)$/,
  /^(PUT|DELETE) \/api\/users\/\{user_id\}(\/password|\/two-factor|\/sessions\/\{session_id\})?$/,
  /^POST \/api\/users\/\{user_id\}\/two-factor/,
  /^POST \/api\/admin\/signing-keys\/rotate$/,
];
const COSTLY_RUNS = 30;
const OPERATIONS_AT_ONCE = 6;
const WHO = ['nobody', 'user', 'admin', 'key', 'garbage'] as const;
type Who = (typeof WHO)[number];

let platform: WholePlatform;
/** The first administrator, whom no made-up request speaks for. */
let keeper: Person;
let admin: Person;
let user: Person;
let key: string;
let operations: Operation[];
/** A portfolio of the user's, a transaction of it, a watchlist, an alert, and a channel. */
let there: KnownValues;
const agent = new Agent({ keepAlive: true });
const check = new AnswerCheck();

beforeAll(async () => {
  platform = await startWholePlatform();
  keeper = await register(platform.url, 'keeper');
  admin = await anotherAdmin();
  user = await register(platform.url, 'user');
  ({ key } = await user.apiKey('read_write'));
  const portfolioId = await madePortfolio(user);
  const transactionId = await madeTransaction(user, portfolioId);
  there = {
    ...{ portfolio_id: [portfolioId], transaction_id: [transactionId] },
    watchlist_id: [await madeWatchlist(user)],
    ...{ alert_id: [await madeAlert(user)], channel_id: [await madeChannel(user)] },
  };
  // Before any were read, what money is worth is 503, and says so.
  const rates = `${platform.url}/api/market/rates/EUR`;
  await until('reference rates', async () => (await fetch(rates)).ok, 60_000);
  const description = await fetch(`${platform.url}/api/openapi.json`);
  operations = operationsOf((await description.json()) as ApiDocument);
}, 90_000);
afterAll(async () => {
  agent.destroy();
  await platform.stop();
});

test(`${REQUESTS} requests made from the description: no 5xx, no stack trace, every answer as described`, async () => {
  const named = new Map(operations.map((one) => [`${one.method} ${one.path}`, one]));
  const few = [...named.keys()].filter((name) => COSTLY.some((costly) => costly.test(name)));
  const each = Math.ceil((REQUESTS - few.length * COSTLY_RUNS) / (named.size - few.length));
  const waiting = [...named];
  let sent = 0;
  const faults: string[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, operation] = next;
      const numRuns = few.includes(name) ? COSTLY_RUNS : each;
      const outcome = await fc.check(
        property(operation, () => (sent += 1)),
        { numRuns },
      );
      if (outcome.failed) faults.push(faultOf(name, outcome));
    }
  };
  await Promise.all(Array.from({ length: OPERATIONS_AT_ONCE }, work));
  expect(faults.join('\n\n')).toBe('');
  expect(sent).toBeGreaterThanOrEqual(REQUESTS);
}, 300_000);

/** Fields whose text may have line breaks and tabs. */
const MULTILINE = new Set([
  'POST /api/analytics/backtest body.entry',
  'POST /api/analytics/backtest body.exit',
]);
const CONTROL = [
  '\0',
  '\x01',
  '\b',
  '\t',
  '\n',
  '\r',
  '\x1b',
  '\x1f',
  '\x7f',
  '\x80',
  '\x9f',
  '\ud800',
];

test('a control character in any text of any path, query or body is 400, and the field is named', async () => {
  const faults: string[] = [];
  let sent = 0;
  for (const operation of operations) {
    const name = `${operation.method} ${operation.path}`;
    for (const one of textFieldsOf(operation)) {
      const mayBreak = MULTILINE.has(`${name} ${one.field}`);
      for (const sign of CONTROL.filter((sign) => !mayBreak || !/[\t\n\r]/.test(sign))) {
        if (sign === '\ud800' && !one.field.startsWith('body')) continue;
        sent += 1;
        const fault = await controlFault(operation, one, `a${sign}b`);
        if (fault !== null) faults.push(`${name} ${one.field} ${JSON.stringify(sign)}: ${fault}`);
      }
    }
  }
  expect(faults).toEqual([]);
  expect(sent).toBeGreaterThan(1_000);
}, 120_000);

async function controlFault(operation: Operation, { field, request }: TextField, text: string) {
  const { target, body } = request(text);
  const contentType = body === null ? null : 'application/json';
  const answer = await send({ method: operation.method, target, contentType, body }, 'admin');
  const described = check.faultOf(operation, answer);
  if (described !== null || answer.status !== 400) return described ?? `answered ${answer.status}`;
  const { error } = JSON.parse(answer.text) as { error: { details?: { field: string }[] } };
  return error.details?.[0]?.field === field ? null : answer.text;
}

const JUST_TAKEN = 15_000;
const FAR_TOO_MUCH = 1_000_000;

/** Bodies of about so many bytes that cost the most to look at. */
const HOSTILE: ((fields: string[], bytes: number) => string)[] = [
  (fields, bytes) => `{${fields.map((name) => `"${name}":1,`).join('')}${many('"f":1', bytes)}}`,
  (_fields, bytes) => '['.repeat(bytes / 2) + ']'.repeat(bytes / 2),
  (_fields, bytes) => `${'{"a":'.repeat(bytes / 6)}1${'}'.repeat(bytes / 6)}`,
  ([name], bytes) => `{"${name}":[${many('"a"', bytes)}]}`,
  ...['a', '1', ' ', '(', '-a', 'a@a.'].map((piece) => (fields: string[], bytes: number) => {
    const text = piece.repeat(bytes / (piece.length * Math.max(1, fields.length)));
    return `{${fields.map((name) => `"${name}":"${text}!"`).join()}}`;
  }),
];

/** A list of the same, a number put into each name. */
function many(one: string, bytes: number): string {
  const length = Math.floor(bytes / (one.length + 5));
  return Array.from({ length }, (_, i) => one.replace('f', `f${i}`)).join();
}

test('no body of any route, however costly, is looked at for more than 50 ms', async () => {
  const slow: string[] = [];
  for (const { method, path, body } of operations) {
    if (body === null) continue;
    const fields = Object.keys(body.properties ?? {});
    const target = path.replace(/\{[^}]+\}/g, 'me');
    for (const hostile of HOSTILE) {
      for (const bytes of [JUST_TAKEN, FAR_TOO_MUCH]) {
        const sent = hostile(fields, bytes);
        const ms = await timeOf({ method, target, contentType: 'application/json', body: sent });
        if (ms >= 50) slow.push(`${method} ${path} ${sent.slice(0, 50)}: ${ms} ms`);
      }
    }
  }
  expect(slow).toEqual([]);
}, 120_000);

/** Until a body is refused, ms: the best of some, for the machine has other things to do as well. */
async function timeOf(request: ArbitraryRequest): Promise<number> {
  let best = Infinity;
  for (let turn = 0; turn < 30 && best >= 50; turn += 1) {
    const from = performance.now();
    const { status } = await send(request, 'admin');
    best = Math.min(best, performance.now() - from);
    if (status !== 400 && status !== 413) throw new Error(`${request.target} answered ${status}`);
  }
  return best;
}

function property(operation: Operation, count: () => void) {
  const who = fc.constantFrom(...WHO);
  return fc.asyncProperty(arbitraryRequest(operation, there), who, async (request, asking) => {
    count();
    const answer = await send(request, asking);
    const fault = check.faultOf(operation, answer);
    if (fault !== null) throw new Error(fault);
    if (answer.status === 401) await renew(asking);
  });
}

function faultOf<T>(name: string, { seed, counterexample, errorInstance }: fc.RunDetails<T>) {
  const why = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return `${name} ${why}\n  seed ${seed}: ${JSON.stringify(counterexample)}`;
}

/** Somebody new, where requests of the test itself have signed the one before out. */
async function renew(who: Who): Promise<void> {
  if (who === 'user' && !(await isSignedIn(user))) user = await register(platform.url, 'user');
  if (who === 'admin' && !(await isSignedIn(admin))) admin = await anotherAdmin();
}

async function isSignedIn({ signedIn }: Person): Promise<boolean> {
  const headers = { authorization: `Bearer ${signedIn.access_token}` };
  return (await fetch(`${platform.url}/api/users/me`, { headers })).ok;
}

async function anotherAdmin(): Promise<Person> {
  const person = await register(platform.url, 'admin');
  const answer = await fetch(`${platform.url}/api/admin/users/${person.signedIn.user_id}`, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${keeper.signedIn.access_token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ role: 'admin' }),
  });
  if (!answer.ok) throw new Error(`no other administrator: ${await answer.text()}`);
  return person;
}

function credentialOf(who: Who): string | null {
  switch (who) {
    case 'nobody':
      return null;
    case 'user':
      return user.signedIn.access_token;
    case 'admin':
      return admin.signedIn.access_token;
    case 'key':
      return key;
    case 'garbage':
      return 'eyJhbGciOiJub25lIn0.e30.';
  }
}

function send(request: ArbitraryRequest, who: Who): Promise<WireAnswer> {
  const { method, target, headers, contentType, body } = request;
  const credential = credentialOf(who);
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      platform.url + '/',
      {
        agent,
        method,
        path: target,
        headers: {
          ...headers,
          ...(contentType !== null && { 'content-type': contentType }),
          ...(body !== null && { 'content-length': Buffer.byteLength(body) }),
          ...(credential !== null && { authorization: `Bearer ${credential}` }),
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('error', reject);
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            contentType: response.headers['content-type'] ?? '',
            text,
          });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body ?? undefined);
  });
}
