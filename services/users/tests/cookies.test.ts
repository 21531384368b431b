import type { SignedIn } from '@tidemark/contracts/session';
import { beforeEach, describe, expect, test } from 'vitest';
import { Browser } from './support/browser.ts';
import { ask, login, PASSWORD, register } from './support/client.ts';
import { usersRig } from './support/rig.ts';

const users = usersRig();
beforeEach(async () => {
  await register(users.app, 'anna');
});

const ANNA = { username: 'anna', password: PASSWORD };
const signedIn = async (origin?: string) => {
  const browser = new Browser(users.app, origin);
  const answer = await browser.post('/api/users/login', ANNA);
  return { browser, answer };
};

test.each([
  ['http://localhost:8000', 'tidemark_refresh', undefined],
  ['http://127.0.0.1:8000', 'tidemark_refresh', undefined],
  ['http://[::1]:8000', 'tidemark_refresh', undefined],
  ['https://localhost:8443', '__Host-tidemark_refresh', true],
  ['https://tidemark.example', '__Host-tidemark_refresh', true],
  ['http://tidemark.example', '__Host-tidemark_refresh', true],
  ['http://localhost.example', '__Host-tidemark_refresh', true],
])('at %s the session is in the cookie %s', async (origin, name, secure) => {
  const { answer } = await signedIn(origin);
  const shared = { path: '/', sameSite: 'Strict', maxAge: 604_800, ...(secure && { secure }) };
  expect(answer.cookies).toEqual([
    { name, value: expect.stringMatching(/^[\w-]{43}$/), httpOnly: true, ...shared },
    { name: name.replace('refresh', 'csrf'), value: answer.data.csrf_token, ...shared },
  ]);
});

describe('the refresh token is in the body', () => {
  test('of clients that are no browser', async () => {
    const { data } = await login(users.app, ANNA);
    expect(data.refresh_token).toMatch(/^[\w-]{43}$/);
  });

  test.each<Record<string, string>>([
    { origin: 'http://localhost:8000' },
    { 'sec-fetch-site': 'same-origin' },
    { origin: 'null' },
  ])('and never with %o', async (headers) => {
    const { data } = await login(users.app, ANNA, { headers });
    expect(data.csrf_token).toMatch(/^[\w-]{43}$/);
    expect(data).not.toHaveProperty('refresh_token');
  });
});

test('a browser goes on by cookie and CSRF token, each time with new ones', async () => {
  const { browser } = await signedIn('https://tidemark.example');
  for (let i = 0; i < 3; i += 1) {
    const before = new Map(browser.jar);
    const answer = await browser.refresh();
    expect(answer.status).toBe(200);
    expect(answer.data.csrf_token).toBe(browser.csrf);
    for (const [name, value] of before) expect(browser.jar.get(name)).not.toBe(value);
  }
});

test.each(['refresh', 'logout'] as const)(
  '%s by cookie without the CSRF token of this session is refused, and changes nothing',
  async (what) => {
    const { browser } = await signedIn();
    const other = (await signedIn()).browser;
    for (const csrf of ['', 'x', other.csrf, `${browser.csrf ?? ''}x`]) {
      const answer = await browser[what](csrf);
      expect([answer.status, answer.error.code]).toEqual([403, 'FORBIDDEN']);
      expect(answer.cookies).toEqual([]);
    }
    expect((await browser.post(`/api/users/${what}`)).status).toBe(403);
    expect((await browser.refresh()).status).toBe(200);
  },
);

test('a cookie of the name without its prefix counts for nothing where the other is due', async () => {
  const { browser } = await signedIn('https://tidemark.example');
  const token = browser.jar.get('__Host-tidemark_refresh') ?? '';
  browser.jar.delete('__Host-tidemark_refresh');
  browser.jar.set('tidemark_refresh', token);
  expect((await browser.refresh()).status).toBe(401);
});

test('a session that is over is answered with 401, and the cookies are taken away', async () => {
  const { browser } = await signedIn('https://tidemark.example');
  await users.clock.advance(7 * 86_400_000);
  const answer = await browser.refresh();
  expect([answer.status, answer.error.code]).toEqual([401, 'UNAUTHORIZED']);
  expect(answer.cookies).toMatchObject([
    { name: '__Host-tidemark_refresh', value: '', maxAge: 0, path: '/', secure: true },
    { name: '__Host-tidemark_csrf', value: '', maxAge: 0, path: '/', secure: true },
  ]);
  expect(browser.jar.size).toBe(0);
});

test('no cookie and no token: 401, and no cookie is set', async () => {
  const answer = await ask(users.app, 'POST', '/api/users/refresh');
  expect(answer.status).toBe(401);
  expect(answer.cookies).toEqual([]);
});

describe('signing out', () => {
  const isOver = async ({ refresh_token }: SignedIn) => {
    const body = { refresh_token };
    return (await ask(users.app, 'POST', '/api/users/refresh', { body })).status === 401;
  };

  test('by cookie takes the cookies away and ends the session', async () => {
    const { browser } = await signedIn();
    const token = browser.jar.get('tidemark_refresh');
    expect((await browser.logout()).status).toBe(200);
    expect(browser.jar.size).toBe(0);
    browser.jar.set('tidemark_refresh', token ?? '');
    expect((await browser.refresh(users.parts.csrf.of(token ?? ''))).status).toBe(401);
  });

  test('by the body ends the session of the token', async () => {
    const [one, other] = [(await login(users.app, ANNA)).data, (await login(users.app, ANNA)).data];
    const body = { refresh_token: one.refresh_token };
    expect((await ask(users.app, 'POST', '/api/users/logout', { body })).status).toBe(200);
    expect([await isOver(one), await isOver(other)]).toEqual([true, false]);
  });

  test('by the access token ends its session', async () => {
    const [one, other] = [(await login(users.app, ANNA)).data, (await login(users.app, ANNA)).data];
    expect((await ask(users.app, 'POST', '/api/users/logout', { as: one })).status).toBe(200);
    expect([await isOver(one), await isOver(other)]).toEqual([true, false]);
  });

  test.each([
    ['POST', '/api/users/logout'],
    ['POST', '/api/users/logout-everywhere'],
    ['DELETE', '/api/users/me'],
  ] as const)(
    'as somebody else leaves this session and its cookies alone: %s %s',
    async (method, url) => {
      const ben = await register(users.app, 'ben');
      const { browser } = await signedIn();
      const body = method === 'DELETE' ? { body: { password: PASSWORD } } : {};
      const cookies = Object.fromEntries(browser.jar);
      const headers = { host: 'localhost:8000' };
      const answer = await ask(users.app, method, url, { as: ben, cookies, headers, ...body });
      expect([answer.status, answer.cookies]).toEqual([200, []]);
      expect((await browser.refresh()).status).toBe(200);
    },
  );

  test('twice, or with a token that nobody knows, is signing out too', async () => {
    const { data } = await login(users.app, ANNA);
    const out = (body?: object) =>
      ask(users.app, 'POST', '/api/users/logout', body ? { body } : {});
    for (const body of [
      { refresh_token: data.refresh_token },
      { refresh_token: data.refresh_token },
      { refresh_token: 'nobody knows it' },
      undefined,
    ]) {
      const answer = await out(body);
      expect(answer.status).toBe(200);
      expect(answer.cookies).toEqual([]);
    }
    const events = await users.parts.db
      .selectFrom('security_events')
      .select('user_id')
      .where('event', '=', 'logged_out')
      .execute();
    expect(events).toEqual([{ user_id: data.user_id }]);
  });
});
