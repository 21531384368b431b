import type { SignedIn } from '@tidemark/contracts/session';
import type { Identity } from '@tidemark/service/identity/identity';
import { decodeJwt } from 'jose';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { AS_HEADER } from './users-app.ts';

export const PASSWORD = 'correct horse battery';

export interface Answer<T = unknown> {
  status: number;
  /** The payload of a success. */
  data: T;
  error: { code: string; message: string; details: { field: string; reason: string }[] };
  headers: LightMyRequestResponse['headers'];
  cookies: LightMyRequestResponse['cookies'];
}

/** Asks as nobody in particular, or as somebody who has signed in. */
export async function ask<T = unknown>(
  app: FastifyInstance,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH',
  url: string,
  {
    as,
    body,
    ...rest
  }: { as?: SignedIn | Identity | undefined; body?: object } & Pick<
    InjectOptions,
    'headers' | 'cookies' | 'remoteAddress'
  > = {},
): Promise<Answer<T>> {
  const response = await app.inject({
    method,
    url,
    ...rest,
    headers: { ...rest.headers, ...(as && { [AS_HEADER]: JSON.stringify(identityOf(as)) }) },
    ...(body && { payload: body }),
  });
  const { data, error } = response.json<{ data: T; error: Answer['error'] }>();
  return {
    status: response.statusCode,
    data,
    error,
    headers: response.headers,
    cookies: response.cookies,
  };
}

/** Registers somebody; fails where that is refused. */
export async function register(app: FastifyInstance, username: string): Promise<SignedIn> {
  const answer = await ask<SignedIn>(app, 'POST', '/api/users/register', {
    body: { username, email: `${username}@example.com`, password: PASSWORD },
  });
  if (answer.status !== 201) throw new Error(`not registered: ${JSON.stringify(answer.error)}`);
  return answer.data;
}

export function login(
  app: FastifyInstance,
  body: object,
  rest: Omit<InjectOptions, 'method' | 'url'> = {},
): Promise<Answer<SignedIn>> {
  return ask(app, 'POST', '/api/users/login', { body, ...rest } as Parameters<typeof ask>[3]);
}

export function sessionIdOf({ access_token }: SignedIn): string {
  return String(decodeJwt(access_token)['sid']);
}

function identityOf(as: SignedIn | Identity): Identity {
  if (!('access_token' in as)) return as;
  const { user_id, user } = as;
  return { userId: user_id, role: user.role, sessionId: sessionIdOf(as), scope: 'read_write' };
}
