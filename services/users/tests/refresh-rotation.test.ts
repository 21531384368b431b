import type { SignedIn } from '@tidemark/contracts/session';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { ask, login, PASSWORD, register, sessionIdOf } from './support/client.ts';
import { usersRig } from './support/rig.ts';

const users = usersRig();
beforeEach(async () => {
  await register(users.app, 'anna');
});

const DAY = 86_400_000;
const refresh = (refresh_token: string) =>
  ask<SignedIn>(users.app, 'POST', '/api/users/refresh', { body: { refresh_token } });
const holder = (refresh_token: string) =>
  users.parts.holders.holderOf({ kind: 'refresh_token', refresh_token });

/** What the outside knows of one session: its tokens in the order they were given out. */
interface Family {
  sessionId: string;
  tokens: string[];
  stands: boolean;
  /** Clock's epoch ms. */
  expiresAt: number;
}

interface Model {
  families: Family[];
}

const begin = async (): Promise<Family> => {
  const { data } = await login(users.app, { username: 'anna', password: PASSWORD });
  const tokens = [data.refresh_token ?? ''];
  const expiresAt = users.clock.now() + 7 * DAY;
  return { sessionId: sessionIdOf(data), tokens, stands: true, expiresAt };
};

const isGood = (family: Family) => family.stands && users.clock.now() < family.expiresAt;
const succeeded = (family: Family, signedIn: SignedIn) => {
  expect(sessionIdOf(signedIn)).toBe(family.sessionId);
  expect(family.tokens).not.toContain(signedIn.refresh_token);
  family.tokens.push(signedIn.refresh_token ?? '');
  family.expiresAt = users.clock.now() + 7 * DAY;
};

/** Of each family, the newest token stands for its session while that stands, and no older one does. */
async function holdsFor(family: Family): Promise<void> {
  const newest = family.tokens.at(-1) ?? '';
  const expected = isGood(family) ? family.sessionId : undefined;
  expect((await holder(newest))?.session_id).toBe(expected);
  for (const old of family.tokens.slice(-4, -1)) expect(await holder(old)).toBeNull();
}

type Step = (family: Family) => Promise<void>;

/** Somebody refreshes with the newest token. */
const onward: Step = async (family) => {
  const good = isGood(family);
  const { status, data } = await refresh(family.tokens.at(-1) ?? '');
  expect(status).toBe(good ? 200 : 401);
  if (good) succeeded(family, data);
};

/** A thief, or an owner who was robbed, comes with an old one. */
const replay =
  (which: number): Step =>
  async (family) => {
    const old = family.tokens.slice(0, -1);
    if (old.length === 0) return;
    expect((await refresh(old[which % old.length] ?? '')).status).toBe(401);
    family.stands = false;
  };

/** Several come with the newest one at the same time: one gets on, and the session ends for all of them. */
const together =
  (times: number): Step =>
  async (family) => {
    const good = isGood(family);
    const token = family.tokens.at(-1) ?? '';
    const answers = await Promise.all(Array.from({ length: times }, () => refresh(token)));
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(good ? 1 : 0);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(times - won.length);
    if (won[0]) succeeded(family, won[0].data);
    family.stands = false;
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
const steps = [
  at.map((of) => new Command('onward', of, onward)),
  at.map((of) => new Command('onward', of, onward)),
  at.map((of) => new Command('onward', of, onward)),
  fc.tuple(at, which).map(([of, n]) => new Command(`replay ${n}`, of, replay(n))),
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
  expect((await refresh(stolen ?? '')).status).toBe(401);
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
  const thief = (await refresh(tokens[0] ?? '')).data;
  expect((await refresh(tokens[0] ?? '')).status).toBe(401);
  expect((await refresh(thief.refresh_token ?? '')).status).toBe(401);
});

test('another session of the same person goes on', async () => {
  const [robbed, other] = [await begin(), await begin()];
  await refresh(robbed.tokens[0] ?? '');
  await refresh(robbed.tokens[0] ?? '');
  expect((await refresh(other.tokens[0] ?? '')).status).toBe(200);
});

test('no token is stored', async () => {
  const { tokens } = await begin();
  const rows = await users.parts.db.selectFrom('refresh_tokens').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(tokens[0]);
});

test('a deactivated account goes on with nothing', async () => {
  const { tokens } = await begin();
  await users.parts.db.updateTable('users').set({ is_active: false }).execute();
  expect((await refresh(tokens[0] ?? '')).status).toBe(401);
});

test.each(['', 'x'.repeat(513)])('a token of %s is refused by its form', async (refresh_token) => {
  expect((await refresh(refresh_token)).status).toBe(400);
});
