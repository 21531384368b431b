import { Agent, request as httpRequest } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AnswerCheck, type WireAnswer } from './support/openapi/answer-check.ts';
import { operationsOf, type ApiDocument, type Operation } from './support/openapi/api-document.ts';
import { arbitraryRequest, type ArbitraryRequest } from './support/openapi/arbitrary-request.ts';
import { register, type Person } from './support/person.ts';
import { startWholePlatform, type WholePlatform } from './support/whole-platform.ts';

const REQUESTS = 20_000;
/** A password hash is a quarter of a second of a core. */
const HASHES =
  /^(POST|PUT|DELETE) \/api\/users\/(register|login|password\/reset|\{user_id\}(\/password|\/two-factor.*)?)$/;
const HASHING_RUNS = 40;
/** Each makes a key that is kept for a quarter of an hour. */
const ROTATES = 'POST /api/admin/signing-keys/rotate';
const OPERATIONS_AT_ONCE = 6;
const WHO = ['nobody', 'user', 'admin', 'key', 'garbage'] as const;
type Who = (typeof WHO)[number];

let platform: WholePlatform;
let admin: Person;
let user: Person;
let key: string;
let operations: Operation[];
const agent = new Agent({ keepAlive: true });
const check = new AnswerCheck();

beforeAll(async () => {
  platform = await startWholePlatform();
  admin = await register(platform.url, 'admin');
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
  const few = [...named.keys()].filter((name) => HASHES.test(name) || name === ROTATES);
  const each = Math.ceil((REQUESTS - few.length * HASHING_RUNS) / (named.size - few.length));
  const waiting = [...named];
  let sent = 0;
  const faults: string[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, operation] = next;
      const numRuns = few.includes(name) ? HASHING_RUNS : each;
      const outcome = await fc.check(
        property(operation, () => (sent += 1)),
        { numRuns },
      );
      if (outcome.failed) faults.push(`${name}: ${fc.defaultReportMessage(outcome) ?? ''}`);
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
    if (answer.status === 401) await signInAgain(asking);
  });
}

/** Requests of the test itself may have signed them out. */
async function signInAgain(who: Who): Promise<void> {
  if (who === 'user' || who === 'admin') await { user, admin }[who].login();
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
