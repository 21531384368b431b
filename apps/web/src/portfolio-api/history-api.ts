import type {
  Contribution,
  PortfolioHistory,
  PortfolioRisk,
  Targets,
} from '@tidemark/contracts/portfolio-history';
import { pathOf, portfolioApi, sendJson } from './portfolio-api.ts';

/** Days of UTC, `2026-11-30`; left out: the first transaction, today. */
export interface DaysAsked {
  portfolioId: string;
  from?: string | undefined;
  to?: string | undefined;
}

/** With the version that a change of them names. */
export type VersionedTargets = Targets & { etag: string };
const ANY_VERSION = '*';

const daysPath = (part: string) => {
  return ({ portfolioId, from, to }: DaysAsked) => pathOf(portfolioId, part, { from, to });
};

/** What a portfolio was worth, how it swung, what each asset did for it, and what it is to be. */
export const historyApi = portfolioApi.injectEndpoints({
  endpoints: (build) => ({
    portfolioHistory: build.query<PortfolioHistory, DaysAsked>({
      query: daysPath('/history'),
      providesTags: (_data, _error, { portfolioId: id }) => [{ type: 'Computed', id }],
    }),
    contributions: build.query<Contribution[], DaysAsked>({
      query: daysPath('/contributions'),
      providesTags: (_data, _error, { portfolioId: id }) => [{ type: 'Computed', id }],
    }),
    risk: build.query<PortfolioRisk, string>({
      query: (id) => pathOf(id, '/risk'),
      providesTags: (_data, _error, id) => [{ type: 'Computed', id }],
    }),
    targets: build.query<VersionedTargets, string>({
      query: (id) => pathOf(id, '/targets'),
      transformResponse: (data: Targets, meta) => ({ ...data, etag: meta?.etag ?? ANY_VERSION }),
      providesTags: (_data, _error, id) => [{ type: 'Targets', id }],
    }),
    /** Refused with 412 where somebody changed them since they were read. */
    changeTargets: build.mutation<Targets, { portfolioId: string; etag: string; body: Targets }>({
      query: ({ portfolioId, etag, body }) => ({
        ...sendJson('PUT', pathOf(portfolioId, '/targets'), body),
        headers: { 'if-match': etag },
      }),
      invalidatesTags: (_data, _error, { portfolioId: id }) => [
        { type: 'Targets', id },
        { type: 'Computed', id },
      ],
    }),
  }),
});

export const { usePortfolioHistoryQuery, useContributionsQuery, useRiskQuery, useTargetsQuery } =
  historyApi;
