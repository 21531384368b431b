import { createApi } from '@reduxjs/toolkit/query/react';
import type { FetchArgs } from '@reduxjs/toolkit/query';
import type { Portfolio, PortfolioChange, PortfolioRequest } from '@tidemark/contracts/portfolio';
import { createAccountQuery } from '../account/account-query.ts';
import { browserSession } from '../account/session/browser-session.ts';
import { createEnvelopeQuery } from '../api/envelope-query.ts';

/** A first valuation of a long ledger takes its time. */
const TIMEOUT_MS = 60_000;

/**
 * What is somebody's own: portfolios, and watchlists, whose routes are added where they are used. Paths are below `/api/`.
 * `Computed` is all that is computed of a portfolio's transactions; its id, like that of the others, is the portfolio's.
 */
export const portfolioApi = createApi({
  reducerPath: 'portfolio',
  baseQuery: createAccountQuery(
    browserSession,
    createEnvelopeQuery('/api/', { timeoutMs: TIMEOUT_MS }),
  ),
  tagTypes: [
    ...(['Portfolios', 'Transactions', 'Computed', 'Targets', 'AssetSettings'] as const),
    ...(['Files', 'Imports', 'Mappings', 'Watchlists'] as const),
  ],
  endpoints: (build) => ({
    /** Newest first. `deleted`: those that are put away, and no others. */
    portfolios: build.query<Portfolio[], { deleted: boolean }>({
      query: ({ deleted }) => `portfolio${deleted ? '?deleted=true' : ''}`,
      providesTags: ['Portfolios'],
    }),
    createPortfolio: build.mutation<Portfolio, Repeatable & { body: PortfolioRequest }>({
      query: ({ body, key }) => ({ url: 'portfolio', method: 'POST', body, headers: once(key) }),
      invalidatesTags: ['Portfolios'],
    }),
    updatePortfolio: build.mutation<Portfolio, { portfolio: Portfolio; body: PortfolioChange }>({
      query: ({ portfolio, body }) => ({
        ...{ url: pathOf(portfolio.portfolio_id), method: 'PATCH', body },
        headers: ifMatch(portfolio.version),
      }),
      invalidatesTags: (_done, _error, { portfolio }) => [
        'Portfolios',
        { type: 'Computed', id: portfolio.portfolio_id },
      ],
    }),
    deletePortfolio: build.mutation<Portfolio, Portfolio>({
      query: ({ portfolio_id, version }) => ({
        ...{ url: pathOf(portfolio_id), method: 'DELETE' },
        headers: ifMatch(version),
      }),
      invalidatesTags: ['Portfolios'],
    }),
    restorePortfolio: build.mutation<Portfolio, string>({
      query: (id) => ({ url: `${pathOf(id)}/restore`, method: 'POST' }),
      invalidatesTags: ['Portfolios'],
    }),
    streamTicket: build.mutation<{ ticket: string }, undefined>({
      query: () => ({ url: 'stream/ticket', method: 'POST' }),
    }),
  }),
});

export const { usePortfoliosQuery } = portfolioApi;

/** A POST that is done once, however often it is sent with the same key: one for each thing that a person wants. */
export interface Repeatable {
  key?: string;
}
export const once = (key: string | undefined): Record<string, string> =>
  key === undefined ? {} : { 'idempotency-key': key };
/** Of a change that is refused with 412 where another came before it. */
export const ifMatch = (version: number): Record<string, string> => ({
  'if-match': `"${version}"`,
});

/** Path of a portfolio, or of something of it, with what is asked of it; what is undefined or empty is left out. */
export function pathOf(
  portfolioId: string,
  part = '',
  asked: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return `portfolio/${portfolioId}${part}${text === '' ? '' : `?${text}`}`;
}

/** A request with a JSON body. */
export const sendJson = (
  method: 'POST' | 'PUT' | 'PATCH',
  url: string,
  body: unknown,
): FetchArgs => ({
  url,
  method,
  body,
});
