import { afterEach, expect, test, vi } from 'vitest';
import { sessionServer } from './session-server.ts';

const answers = vi.fn<typeof fetch>();
vi.stubGlobal('fetch', answers);
afterEach(() => answers.mockReset());

const json = (status: number, body: unknown, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers });

test('a refresh outlives the page and proves that it is ours', async () => {
  answers.mockResolvedValue(json(200, { success: true, data: { access_token: 'a' } }));
  expect(await sessionServer.refresh('proof')).toEqual({
    kind: 'granted',
    signedIn: { access_token: 'a' },
  });
  const [url, options] = answers.mock.calls[0]!;
  expect(url).toBe('/api/users/refresh');
  expect(options).toMatchObject({
    method: 'POST',
    keepalive: true,
    headers: { 'x-csrf-token': 'proof' },
  });
});

test.each([
  [401, { kind: 'refused' }],
  [403, { kind: 'refused' }],
  [429, { kind: 'unreachable', retryAfterMs: 7_000 }],
  [500, { kind: 'unreachable', retryAfterMs: 7_000 }],
  [503, { kind: 'unreachable', retryAfterMs: 7_000 }],
])('an answer %i means %o', async (status, meaning) => {
  answers.mockResolvedValue(json(status, {}, { 'retry-after': '7' }));
  expect(await sessionServer.refresh('proof')).toEqual(meaning);
});

test('no network, or an answer that is none of ours, does not end the session', async () => {
  answers.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  expect(await sessionServer.refresh('proof')).toMatchObject({ kind: 'unreachable' });
  answers.mockResolvedValueOnce(new Response('<html>', { status: 200 }));
  expect(await sessionServer.refresh('proof')).toMatchObject({ kind: 'unreachable' });
});

test('a sign-out shows the cookie’s proof, else the token, and takes an ended session for done', async () => {
  answers.mockImplementation(async () => json(401, {}));
  expect(await sessionServer.logout('proof', 'token')).toBeNull();
  expect(answers.mock.calls[0]![1]?.headers).toEqual({ 'x-csrf-token': 'proof' });
  await sessionServer.logout(null, 'token');
  expect(answers.mock.calls[1]![1]?.headers).toEqual({ authorization: 'Bearer token' });
});

test('a sign-out that the server did not do says why', async () => {
  const error = { code: 'NOT_READY', message: 'Starting.' };
  answers.mockResolvedValue(json(503, { success: false, error }));
  expect(await sessionServer.logout('proof', null)).toMatchObject({ message: 'Starting.' });
});
