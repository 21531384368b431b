import type { BaseQueryApi } from '@reduxjs/toolkit/query';
import { expect, test, vi } from 'vitest';
import type { ApiError } from '../api/api-error.ts';
import type { EnvelopeQuery } from '../api/envelope-query.ts';
import { createAccountQuery } from './account-query.ts';

const api = {} as BaseQueryApi;

function errorOf(code: ApiError['code'], details: ApiError['details'] = []): ApiError {
  return { status: 401, code, message: 'No.', details, retryAfterMs: null };
}

/** A server that takes the tokens of `good`, in front of a session whose tokens come from `tokens`. */
function bench(tokens: (string | null)[], answer: (header: string | undefined) => unknown) {
  const sent: (string | undefined)[] = [];
  const query = vi.fn(async (args) => {
    const { authorization } = (args.headers ?? {}) as { authorization?: string };
    sent.push(authorization);
    return answer(authorization);
  }) as unknown as EnvelopeQuery;
  const opened: unknown[] = [];
  const session = {
    accessToken: async () => tokens[0] ?? null,
    tokenInsteadOf: async () => tokens[1] ?? null,
    open: async <T>(send: () => Promise<T>) => {
      const outcome = await send();
      opened.push(outcome);
      return outcome;
    },
  };
  return { sent, opened, ask: createAccountQuery(() => session, query) };
}

test('a request carries the session’s token', async () => {
  const { ask, sent } = bench(['a'], () => ({ data: 1 }));
  expect(await ask('me', api, undefined)).toEqual({ data: 1 });
  expect(sent).toEqual(['Bearer a']);
});

test('a request whose token is refused is sent once more with another', async () => {
  const { ask, sent } = bench(['old', 'new'], (header) =>
    header === 'Bearer new' ? { data: 1 } : { error: errorOf('UNAUTHORIZED') },
  );
  expect(await ask('me', api, undefined)).toEqual({ data: 1 });
  expect(sent).toEqual(['Bearer old', 'Bearer new']);
});

test('it is not sent a third time', async () => {
  const refused = { error: errorOf('UNAUTHORIZED') };
  const { ask, sent } = bench(['old', 'new'], () => refused);
  expect(await ask('me', api, undefined)).toEqual(refused);
  expect(sent).toHaveLength(2);
});

test('a wrong password in the body is no reason for another token, nor for another guess', async () => {
  const wrong = errorOf('UNAUTHORIZED', [{ field: 'body.password', reason: 'is wrong' }]);
  const { ask, sent } = bench(['a', 'b'], () => ({ error: wrong }));
  expect(await ask('me', api, undefined)).toEqual({ error: wrong });
  expect(sent).toEqual(['Bearer a']);
});

test('nobody signed in: nothing is sent', async () => {
  const { ask, sent } = bench([null], () => ({ data: 1 }));
  expect(await ask('me', api, undefined)).toMatchObject({ error: { code: 'UNAUTHORIZED' } });
  expect(sent).toEqual([]);
});

test('what is public goes without a token', async () => {
  const { ask, sent } = bench(['a'], () => ({ data: 1 }));
  await ask('registration', api, { needs: 'none' });
  expect(sent).toEqual([undefined]);
});

test('what follows a sign-in is sent with its token before the session is taken up', async () => {
  const { ask, sent, opened } = bench([null], (header) => ({
    data: header === undefined ? { access_token: 'first' } : null,
  }));
  const follow = () => ({ url: 'me/preferences', method: 'PUT', body: {} });
  await ask({ url: 'register' }, api, { needs: 'opens', follow });
  expect(sent).toEqual([undefined, 'Bearer first']);
  expect(opened).toEqual([{ data: { access_token: 'first' } }]);
});
