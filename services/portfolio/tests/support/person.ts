import type { Balances } from '@tidemark/contracts/balances';
import type { Portfolio } from '@tidemark/contracts/portfolio';
import type { Transaction } from '@tidemark/contracts/portfolio-transaction';
import type { Meta } from '@tidemark/contracts/envelope';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { AS_HEADER } from './portfolio-app.ts';

export interface Answer<T = unknown> {
  status: number;
  /** The payload of a success. */
  data: T;
  meta: Meta;
  error: { code: string; message: string; details?: { field: string; reason: string }[] };
  /** Names of the fields that were refused. */
  fields: string[];
  etag: string;
  /** As it came. */
  text: string;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Somebody with an account, and what they often ask. */
export interface Person {
  readonly userId: string;
  /** A path below `/api/portfolio`, or a whole one. */
  ask<T = unknown>(
    method: Method,
    path: string,
    more?: { body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer<T>>;
  /** Makes a portfolio; its path below `/api/portfolio`. */
  portfolio(name?: string): Promise<Portfolio & { path: string }>;
  enter(path: string, body: object, headers?: Record<string, string>): Promise<Answer<Transaction>>;
  /** Amounts by asset. */
  balances(path: string, query?: string): Promise<Record<string, string>>;
}

export function person(
  app: () => FastifyInstance,
  userId: string,
  scope: 'read' | 'read_write' = 'read_write',
): Person {
  const identity = JSON.stringify({ userId, role: 'user', sessionId: null, scope });
  const ask: Person['ask'] = async (method, path, { body, headers } = {}) =>
    answerOf(
      await app().inject({
        method,
        url: path.startsWith('/api/') ? path : `/api/portfolio${path}`,
        headers: { ...headers, [AS_HEADER]: identity },
        ...(body !== undefined && { payload: body as object }),
      }),
    );
  return {
    userId,
    ask,
    portfolio: async (name = 'Savings') => {
      const body = { name, base_currency: 'EUR' };
      const { data } = await ask<Portfolio>('POST', '', { body });
      return { ...data, path: `/${data.portfolio_id}` };
    },
    enter: (path, body, headers) =>
      ask('POST', `${path}/transactions`, { body, ...(headers && { headers }) }),
    balances: async (path, query = '') => {
      const { data } = await ask<Balances>('GET', `${path}/balances${query}`);
      return Object.fromEntries(data.balances.map(({ asset, amount }) => [asset, amount]));
    },
  };
}

const NO_ERROR: Answer['error'] = { code: '', message: '' };

function answerOf<T>(response: LightMyRequestResponse): Answer<T> {
  const { data, error, meta } = response.json<
    Pick<Answer<T>, 'data' | 'meta'> & { error?: Answer['error'] }
  >();
  const { etag = '' } = response.headers as { etag?: string };
  return {
    status: response.statusCode,
    ...{ data, meta, error: error ?? NO_ERROR },
    fields: error?.details?.map(({ field }) => field) ?? [],
    etag,
    text: response.body,
  };
}
