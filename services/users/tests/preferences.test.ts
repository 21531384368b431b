import {
  DEFAULT_PREFERENCES,
  type Preferences,
  type PreferencesChange,
} from '@tidemark/contracts/preferences';
import type { SignedIn } from '@tidemark/contracts/session';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { PreferencesStore } from '../src/preferences/preferences-store.ts';
import { ask } from './support/client.ts';
import { usersRig } from './support/rig.ts';

const rig = usersRig();
let anna: SignedIn;
beforeEach(async () => {
  anna = await rig.register('anna');
});

const PATH = 'me/preferences';
const read = async () => (await rig.as(anna).ask<Preferences>('GET', PATH)).data;
const change = (body: object) => rig.as(anna).ask<Preferences>('PUT', PATH, body);
const ofAnna = () => `preferences:${anna.user_id}`;

test('a new account has the defaults', async () => {
  expect(await read()).toEqual(DEFAULT_PREFERENCES);
});

test('what is given changes, what is left out stays', async () => {
  await change({ theme: 'dark', notifications: { email: true } });
  const { data } = await change({ quote_currency: 'EUR', notifications: { security: false } });
  const expected = {
    ...DEFAULT_PREFERENCES,
    theme: 'dark',
    quote_currency: 'EUR',
    notifications: { email: true, browser: true, security: false },
  };
  expect(data).toEqual(expected);
  expect(await read()).toEqual(expected);
});

test('a currency or a locale that nobody knows is refused by name', async () => {
  const refused = { quote_currency: 'ZZQ', locale: 'en-en-en' };
  for (const [name, value] of Object.entries(refused)) {
    const { status, error } = await change({ [name]: value });
    expect(status).toBe(400);
    expect(error.details).toMatchObject([{ field: `body.${name}` }]);
  }
  expect(await read()).toEqual(DEFAULT_PREFERENCES);
});

test('what the schema does not know is refused', async () => {
  for (const body of [{ theme: 'blue' }, { colour: 'blue' }, { notifications: { email: 'yes' } }]) {
    expect((await change(body)).status).toBe(400);
  }
});

test('they are read from the cache for ten minutes', async () => {
  await read();
  await rig.parts.db.updateTable('users').set({ preferences: '{"theme":"dark"}' }).execute();
  expect((await read()).theme).toBe('system');
  await rig.clock.advance(10 * 60_000);
  expect((await read()).theme).toBe('dark');
});

test('a reader that read before a change does not put the old ones back', async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const slow = new PreferencesStore({
    db: rig.parts.db,
    cache: new Proxy(rig.cache, {
      get: (cache, name) => {
        const value: unknown = Reflect.get(cache, name, cache);
        if (typeof value !== 'function') return value;
        const call = value.bind(cache) as (...args: unknown[]) => unknown;
        if (!String(name).startsWith('set')) return call;
        return async (...args: unknown[]) => {
          await held;
          return call(...args);
        };
      },
    }),
  });
  const reading = slow.read(anna.user_id);
  await change({ theme: 'dark' });
  release();
  await reading;
  expect(await rig.cache.get(ofAnna())).toMatchObject({ theme: 'dark' });
  expect((await read()).theme).toBe('dark');
});

test('changes at the same time are all kept, and the cache has what the database has', async () => {
  const one = fc.oneof(
    fc.record({ theme: fc.constantFrom('system', 'light', 'dark') }),
    fc.record({ quote_currency: fc.constantFrom('EUR', 'CHF', 'JPY') }),
    fc.record({ cost_basis_method: fc.constantFrom('lifo', 'hifo') }),
    fc.record({ notifications: fc.record({ email: fc.boolean() }) }),
    fc.record({ notifications: fc.record({ browser: fc.boolean() }) }),
  ) as fc.Arbitrary<PreferencesChange>;
  const changes = fc.uniqueArray(one, {
    selector: (value) =>
      JSON.stringify(Object.entries(value), (_, v: unknown) => (typeof v === 'object' ? v : null)),
    minLength: 1,
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(changes, async (all) => {
      await Promise.all(all.map(change));
      const cached = await rig.cache.get<Preferences>(ofAnna());
      await rig.cache.delete(ofAnna());
      const stored = await read();
      expect(cached).toEqual(stored);
      for (const given of all) expect(stored).toMatchObject(given);
    }),
    { numRuns: 30 },
  );
});

test('nobody reads or changes another account’s', async () => {
  const ben = await rig.register('ben');
  for (const id of [anna.user_id, '00000000-0000-4000-8000-000000000000']) {
    expect((await rig.as(ben).ask('GET', `${id}/preferences`)).status).toBe(404);
    expect((await rig.as(ben).ask('PUT', `${id}/preferences`, { theme: 'dark' })).status).toBe(404);
  }
  expect(await read()).toEqual(DEFAULT_PREFERENCES);
});

test('an API key changes what it likes, but does not turn mail about security off', async () => {
  const key = { userId: anna.user_id, role: 'user', sessionId: null, scope: 'read_write' } as const;
  const change = (notifications: object) =>
    ask(rig.app, 'PUT', `/api/users/${PATH}`, { as: key, body: { notifications } });
  expect((await change({ browser: false })).status).toBe(200);
  expect((await change({ security: false })).status).toBe(403);
  expect((await read()).notifications).toMatchObject({ browser: false, security: true });
});
