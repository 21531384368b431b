import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureSchemathesis, fuzz, type Finding } from './support/fuzz/schemathesis.ts';
import { MintedTokens } from './support/minted-tokens.ts';
import { register } from './support/person.ts';
import { startWholePlatform, type WholePlatform } from './support/whole-platform.ts';

/** Of each operation, and of each scenario of several. */
const EXAMPLES = Number(process.env['FUZZ_EXAMPLES'] ?? 12);
/** The least that is sent: what the bounds of the description make, and what is made up at random beside. */
const REQUESTS = 2_000 + 32 * EXAMPLES;
const LISTED = new URL('../../../tests/fuzz/false-alarms.json', import.meta.url);

/** A finding that is none, of whatever operation, and why. */
interface FalseAlarm {
  check: string;
  status: number;
  /** A regular expression of what the answer says. */
  message: string;
  reason: string;
}

const minted = new MintedTokens();
let platform: WholePlatform;
let folder: string;
let lacking: string | null;
beforeAll(async () => {
  lacking = await ensureSchemathesis();
  folder = await mkdtemp(join(tmpdir(), 'tidemark-fuzz-'));
  platform = await startWholePlatform({
    env: { ...minted.env, HISTORY_BACKFILL: 'true' },
    prepare: (dir) => minted.prepare(dir),
  });
}, 400_000);
afterAll(async () => {
  await platform.stop();
  await rm(folder, { recursive: true, force: true });
});

test('requests of Schemathesis find nothing but what is listed', async (context) => {
  if (lacking !== null && process.env['CI'] !== 'true') context.skip(lacking);
  expect(lacking).toBeNull();
  const alarms = JSON.parse(await readFile(LISTED, 'utf8')) as FalseAlarm[];
  const { access_token } = (await register(platform.url, 'fuzzed')).signedIn;
  // A busy machine takes longer than an access token is good.
  const token = await minted.lasting(access_token);
  const { requests, statuses, findings } = await fuzz({
    url: platform.url,
    token,
    examples: EXAMPLES,
    folder,
  });
  const isListed = ({ check, status, message }: Finding) =>
    alarms.some(
      (alarm) =>
        alarm.check === check && alarm.status === status && RegExp(alarm.message).test(message),
    );
  const found = findings.filter((finding) => !isListed(finding));
  const unheard = alarms.filter(
    (alarm) => !findings.some((one) => RegExp(alarm.message).test(one.message)),
  );
  console.log(
    `${requests} requests: ${JSON.stringify(Object.fromEntries(statuses))}; ${findings.length} alarms, ` +
      `${found.length} of them not listed; not heard: ${unheard.map(({ message }) => message).join(' ')}`,
  );
  const told = found.map(
    (one) => `${one.check} ${one.operation} ${one.status} ${one.message} ${one.uri.slice(0, 300)}`,
  );
  expect([...new Set(told)].slice(0, 40)).toEqual([]);
  expect(requests).toBeGreaterThan(REQUESTS);
  // Signed in to the end: what is refused for want of it was asked so on purpose.
  const headers = { authorization: `Bearer ${token}` };
  expect((await fetch(`${platform.url}/api/users/me`, { headers })).status).toBe(200);
  expect((statuses.get(401) ?? 0) / requests).toBeLessThan(0.2);
}, 1_800_000);
