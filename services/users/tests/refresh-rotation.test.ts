import type { SignedIn } from '@tidemark/contracts/session';
import { InstanceSecret } from '@tidemark/service/instance-secret';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { REFRESH_GRACE_MS } from '../src/sessions/refreshing.ts';
import { RefreshTokens } from '../src/tokens/random-token.ts';
import { Browser } from './support/browser.ts';
import { ask, login, PASSWORD, register, sessionIdOf } from './support/client.ts';
import { usersRig } from './support/rig.ts';

const users = usersRig();
beforeEach(async () => {
  await register(users.app, 'anna');
});

const DAY = 86_400_000;
const CLIENTS = {
  hers: { 'user-agent': 'a phone', 'x-forwarded-for': '192.0.2.7' },
  'another program': { 'user-agent': 'a script', 'x-forwarded-for': '192.0.2.7' },
  'another network': { 'user-agent': 'a phone', 'x-forwarded-for': '198.51.100.7' },
};
type Client = keyof typeof CLIENTS;
const refresh = (refresh_token: string, client: Client = 'hers') =>
  ask<SignedIn>(users.app, 'POST', '/api/users/refresh', {
    body: { refresh_token },
    headers: CLIENTS[client],
  });
const holder = (refresh_token: string) =>
  users.parts.holders.holderOf({ kind: 'refresh_token', refresh_token });

/** What the outside knows of one session: its tokens in the order they were given out. */
interface Family {
  sessionId: string;
  tokens: string[];
  stands: boolean;
  /** Clock's epoch ms. */
  expiresAt: number;
  /** When, epoch ms, and by whom it was last refreshed; null: it was not. */
  last: { at: number; client: Client } | null;
}

interface Model {
  families: Family[];
}

const begin = async (): Promise<Family> => {
  const { data } = await login(users.app, { username: 'anna', password: PASSWORD });
  const tokens = [data.refresh_token ?? ''];
  const expiresAt = users.clock.now() + 7 * DAY;
  return { sessionId: sessionIdOf(data), tokens, stands: true, expiresAt, last: null };
};

const isGood = (family: Family) => family.stands && users.clock.now() < family.expiresAt;
const succeeded = (family: Family, signedIn: SignedIn, client: Client = 'hers') => {
  expect(sessionIdOf(signedIn)).toBe(family.sessionId);
  expect(family.tokens).not.toContain(signedIn.refresh_token);
  family.tokens.push(signedIn.refresh_token ?? '');
  family.expiresAt = users.clock.now() + 7 * DAY;
  family.last = { at: users.clock.now(), client };
};
/** Whether the answer that brought the newest token is given again to whoever asks with the one before. */
const isInGrace = ({ last }: Family, client: Client) =>
  last?.client === client && users.clock.now() - last.at < REFRESH_GRACE_MS;

/** Of each family, the newest token stands for its session while that stands, and no older one does. */
async function holdsFor(family: Family): Promise<void> {
  const newest = family.tokens.at(-1) ?? '';
  const expected = isGood(family) ? family.sessionId : undefined;
  expect((await holder(newest))?.session_id).toBe(expected);
  for (const old of family.tokens.slice(-4, -1)) expect(await holder(old)).toBeNull();
}

type Step = (family: Family) => Promise<void>;

/** Somebody refreshes with the newest token. */
const onward =
  (client: Client): Step =>
  async (family) => {
    const good = isGood(family);
    const { status, data } = await refresh(family.tokens.at(-1) ?? '', client);
    expect(status).toBe(good ? 200 : 401);
    if (good) succeeded(family, data, client);
  };

/**
 * Somebody comes with an old token: whose answer was lost, a thief, or an owner who was robbed. Only the one that the
 * newest came from may come again, soon and from the same client; it then gets what it would have had.
 */
const replay =
  (which: number, client: Client): Step =>
  async (family) => {
    const old = family.tokens.slice(0, -1).reverse();
    if (old.length === 0) return;
    const index = which % old.length;
    const again = isGood(family) && index === 0 && isInGrace(family, client);
    const { status, data } = await refresh(old[index] ?? '', client);
    expect(status).toBe(again ? 200 : 401);
    if (again) expect(data.refresh_token).toBe(family.tokens.at(-1));
    else family.stands = false;
  };

/** The answer to a refresh is lost as often as said, and the client asks again each time after so many seconds. */
const lost =
  (times: number, afterS: number): Step =>
  async (family) => {
    await onward('hers')(family);
    for (let i = 0; i < times; i += 1) {
      await users.clock.advance(afterS * 1000);
      await replay(0, 'hers')(family);
    }
  };

/** Several come with the newest one at the same time: all get the same one on. */
const together =
  (times: number): Step =>
  async (family) => {
    const good = isGood(family);
    const token = family.tokens.at(-1) ?? '';
    const answers = await Promise.all(Array.from({ length: times }, () => refresh(token)));
    for (const { status } of answers) expect(status).toBe(good ? 200 : 401);
    if (!good) return;
    expect(new Set(answers.map(({ data }) => data.refresh_token)).size).toBe(1);
    succeeded(family, answers[0]!.data);
  };

/** Its owner signs out, with any of the tokens. */
const leave =
  (which: number): Step =>
  async (family) => {
    const refresh_token = family.tokens[which % family.tokens.length] ?? '';
    const { status } = await ask(users.app, 'POST', '/api/users/logout', {
      body: { refresh_token },
    });
    expect(status).toBe(200);
    family.stands = false;
  };

class Command implements fc.AsyncCommand<Model, object> {
  readonly #name: string;
  readonly #step: Step;
  readonly #at: number;

  constructor(name: string, at: number, step: Step) {
    this.#name = name;
    this.#at = at;
    this.#step = step;
  }

  check({ families }: Readonly<Model>): boolean {
    return families.length > 0;
  }

  async run({ families }: Model): Promise<void> {
    await this.#step(families[this.#at % families.length]!);
    for (const family of families) await holdsFor(family);
  }

  toString(): string {
    return `${this.#name} in family ${this.#at}`;
  }
}

const at = fc.nat({ max: 3 });
const which = fc.nat({ max: 9 });
const client = fc.constantFrom<Client>('hers', 'hers', 'another program', 'another network');
const going = fc.tuple(at, client).map(([of, by]) => new Command(`onward: ${by}`, of, onward(by)));
const steps = [
  going,
  going,
  going,
  fc
    .tuple(at, which, client)
    .map(([of, n, by]) => new Command(`replay ${n}: ${by}`, of, replay(n, by))),
  fc
    .tuple(at, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 20 }))
    .map(([of, n, s]) => new Command(`answer lost ${n} times, ${s} s`, of, lost(n, s))),
  fc
    .tuple(at, fc.integer({ min: 2, max: 4 }))
    .map(([of, n]) => new Command(`${n} together`, of, together(n))),
  fc.tuple(at, which).map(([of, n]) => new Command(`leave ${n}`, of, leave(n))),
];
/** Time passes, and somebody signs in anew. */
const others: fc.Arbitrary<fc.AsyncCommand<Model, object>>[] = [
  fc.constant({
    check: ({ families }) => families.length < 4,
    run: async ({ families }) => void families.push(await begin()),
    toString: () => 'sign in',
  }),
  fc.integer({ min: 1, max: 5 }).map((days) => ({
    check: () => true,
    run: () => users.clock.advance(days * DAY),
    toString: () => `${days} days`,
  })),
  fc.integer({ min: 1, max: 40 }).map((seconds) => ({
    check: () => true,
    run: () => users.clock.advance(seconds * 1000),
    toString: () => `${seconds} s`,
  })),
];

test('whatever happens, at most the newest token of a session works, and an old one ends it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands([...steps, ...others], { maxCommands: 25 }), async (commands) => {
      const model = { families: [await begin()] };
      await fc.asyncModelRun(() => ({ model, real: {} }), commands);
    }),
    { numRuns: 40 },
  );
}, 120_000);

test('a stolen token that is used after its owner’s ends the session for both, and is written down', async () => {
  const family = await begin();
  const [stolen] = family.tokens;
  const owner = (await refresh(stolen ?? '')).data;
  expect((await refresh(stolen ?? '', 'another network')).status).toBe(401);
  expect((await refresh(owner.refresh_token ?? '')).status).toBe(401);
  const told = await users.cache.get(`credential:session:${family.sessionId}`);
  expect(told).toEqual({ holder: null });
  const events = await users.parts.db
    .selectFrom('security_events')
    .select(['event', 'user_id', 'details'])
    .where('event', '=', 'refresh_token_reused')
    .execute();
  expect(events).toEqual([
    {
      event: 'refresh_token_reused',
      user_id: owner.user_id,
      details: { session_id: family.sessionId },
    },
  ]);
});

test('an owner who comes after the thief ends the session too', async () => {
  const { tokens } = await begin();
  const thief = (await refresh(tokens[0] ?? '', 'another network')).data;
  expect((await refresh(tokens[0] ?? '')).status).toBe(401);
  expect((await refresh(thief.refresh_token ?? '')).status).toBe(401);
});

test('another session of the same person goes on', async () => {
  const [robbed, other] = [await begin(), await begin()];
  await refresh(robbed.tokens[0] ?? '');
  expect((await refresh(robbed.tokens[0] ?? '', 'another program')).status).toBe(401);
  expect((await refresh(other.tokens[0] ?? '')).status).toBe(200);
});

describe('an answer that was lost', () => {
  test('is given again for half a minute, and the session with its access tokens stands', async () => {
    const { tokens, sessionId } = await begin();
    const first = (await refresh(tokens[0] ?? '')).data;
    await users.clock.advance(REFRESH_GRACE_MS - 1);
    const again = await refresh(tokens[0] ?? '');
    expect([again.status, again.data.refresh_token]).toEqual([200, first.refresh_token]);
    expect(sessionIdOf(again.data)).toBe(sessionId);
    const holder = await users.parts.holders.holderOf({ kind: 'session', session_id: sessionId });
    expect(holder?.session_id).toBe(sessionId);
    expect((await refresh(again.data.refresh_token ?? '')).status).toBe(200);
    expect(await users.events()).not.toContain('refresh_token_reused');
  });

  test.each<[string, Client, number, boolean]>([
    ['later', 'hers', REFRESH_GRACE_MS, false],
    ['by another program', 'another program', 0, false],
    ['from another network', 'another network', 0, false],
    ['once its token was used', 'hers', 0, true],
  ])('is not given again %s: the session ends', async (_when, client, afterMs, used) => {
    const { tokens } = await begin();
    const { refresh_token = '' } = (await refresh(tokens[0] ?? '')).data;
    const newest = used ? (await refresh(refresh_token)).data.refresh_token : refresh_token;
    await users.clock.advance(afterMs);
    expect((await refresh(tokens[0] ?? '', client)).status).toBe(401);
    expect((await refresh(newest ?? '')).status).toBe(401);
    expect(await users.events()).toContain('refresh_token_reused');
  });

  test('is given again to a browser by its cookies, with the same cookies', async () => {
    const browser = new Browser(users.app, 'https://tidemark.example');
    await browser.post('/api/users/login', { username: 'anna', password: PASSWORD });
    const before = new Map(browser.jar);
    await browser.refresh();
    const arrived = new Map(browser.jar);
    for (const [name, value] of before) browser.jar.set(name, value);
    expect((await browser.refresh()).status).toBe(200);
    expect(browser.jar).toEqual(arrived);
    expect((await browser.refresh()).status).toBe(200);
  });

  test('is not given again where the instance has another secret meanwhile', async () => {
    const { tokens } = await begin();
    await refresh(tokens[0] ?? '');
    await users.restart({
      clock: users.clock,
      secret: new InstanceSecret('another secret of these tests, 32 long'),
    });
    expect((await refresh(tokens[0] ?? '')).status).toBe(401);
  });
});

test('no token is stored, nor what another could be derived from without the secret', async () => {
  const { tokens } = await begin();
  const next = (await refresh(tokens[0] ?? '')).data.refresh_token ?? '';
  tokens.push(next);
  const rows = await users.parts.db.selectFrom('refresh_tokens').selectAll().execute();
  for (const token of tokens) expect(JSON.stringify(rows)).not.toContain(token);
  const salt = rows.find(({ next_salt }) => next_salt !== null)?.next_salt ?? '';
  const other = new RefreshTokens(new InstanceSecret('another secret of these tests, 32 long'));
  expect(other.after(tokens[0] ?? '', salt)).not.toBe(next);
});

test('a deactivated account goes on with nothing', async () => {
  const { tokens } = await begin();
  await users.parts.db.updateTable('users').set({ is_active: false }).execute();
  expect((await refresh(tokens[0] ?? '')).status).toBe(401);
});

test.each(['', 'x'.repeat(513)])('a token of %s is refused by its form', async (refresh_token) => {
  expect((await refresh(refresh_token)).status).toBe(400);
});
