import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asServed, type Answers } from './support/contract/as-served.ts';
import { GENERATED_CLIENTS } from './support/contract/clients.ts';
import { lint } from './support/contract/linters.ts';
import { isThere, run } from './support/contract/run.ts';
import { SUITE } from './support/contract/tools.ts';
import { register, type Person } from './support/person.ts';
import { storeHistory } from './support/stored-history.ts';
import { startWholePlatform, type WholePlatform } from './support/whole-platform.ts';

const DAY = 86_400_000;
/** Long past: every bar of it is final. */
const to = Math.floor(Date.now() / DAY) * DAY - DAY;
const period = { from: to - 20 * DAY, to };

let platform: WholePlatform;
let person: Person;
let folder: string;
let description: string;
let served: Answers;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tidemark-contract-'));
  platform = await startWholePlatform({ prepare: storeHistory });
  person = await register(platform.url, 'caller');
  description = join(folder, 'openapi.json');
  await writeFile(description, await (await fetch(`${platform.url}/api/openapi.json`)).text());
  served = await asServed(platform.url, period);
}, 150_000);
afterAll(async () => {
  await platform.stop();
  await rm(folder, { recursive: true, force: true });
});

test('redocly and spectral have nothing to say but what is listed with a reason', async () => {
  const text = await readFile(join(SUITE, 'listed-warnings.json'), 'utf8');
  const listed = JSON.parse(text) as { linter: string; code: string }[];
  const remarks = await lint(description, folder);
  const isListed = (remark: { linter: string; code: string }) =>
    listed.some(({ linter, code }) => remark.linter === linter && remark.code === code);
  expect(remarks.filter((remark) => !isListed(remark))).toEqual([]);
  const heard = listed.filter(({ code }) => remarks.some((remark) => remark.code === code));
  expect(heard, 'what is listed is still said').toEqual(listed);
});

test.for(GENERATED_CLIENTS)(
  'a client of $generator compiles, calls, and reads every number as it was sent',
  { timeout: 400_000 },
  async ({ generator, needs, make }, { skip }) => {
    const lacking = needs.filter(([program, ...args]) => !isThere(program, args));
    if (lacking.length > 0 && process.env['CI'] !== 'true') skip(`not here: ${lacking.join()}`);
    expect(lacking).toEqual([]);
    const place = await mkdtemp(join(folder, generator.replaceAll(' ', '-')));
    const [program, ...args] = await make(description, place);
    const { username, password } = person;
    const asked = [platform.url, username, password, `${period.from}`, `${period.to}`];
    const printed = JSON.parse(await run(program, [...args, ...asked])) as Answers;
    const { price, key, user_id: userId, theme, ...answers } = printed;
    expect(answers).toEqual(served);
    expect({ userId, theme }).toEqual({ userId: person.signedIn.user_id, theme: 'dark' });
    expect(key).toEqual([expect.any(String), null]);
    const [, , close] = (served['candles'] as number[][]).at(-1) ?? [];
    expect(Number(price) / Number(close)).toBeGreaterThan(0.5);
    expect(Number(price) / Number(close)).toBeLessThan(2);
  },
);
