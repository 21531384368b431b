import { Agent, request as httpRequest } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AnswerCheck, type WireAnswer } from './support/openapi/answer-check.ts';
import { operationsOf, type ApiDocument, type Operation } from './support/openapi/api-document.ts';
import { arbitraryRequest, type ArbitraryRequest } from './support/openapi/arbitrary-request.ts';
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
const agent = new Agent({ keepAlive: true });
const check = new AnswerCheck();

beforeAll(async () => {
  platform = await startWholePlatform();
  keeper = await register(platform.url, 'keeper');
  admin = await anotherAdmin();
  user = await register(platform.url, 'user');
  ({ key } = await user.apiKey('read_write'));
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

function property(operation: Operation, count: () => void) {
  const who = fc.constantFrom(...WHO);
  return fc.asyncProperty(arbitraryRequest(operation), who, async (request, asking) => {
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
  const { method, target, contentType, body } = request;
  const credential = credentialOf(who);
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      platform.url + '/',
      {
        agent,
        method,
        path: target,
        headers: {
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
