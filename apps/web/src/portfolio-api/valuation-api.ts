import type { Balances } from '@tidemark/contracts/balances';
import type { DisposalRow, Gains, LotRow } from '@tidemark/contracts/portfolio-gains';
import type { AssetSetting } from '@tidemark/contracts/portfolio-history';
import type {
  HowComputed,
  PortfolioFigure,
  PortfolioPerformance,
} from '@tidemark/contracts/portfolio-value';
import { pageOf, type Page } from '../api/envelope-query.ts';
import { pathOf, portfolioApi, sendJson } from './portfolio-api.ts';
import type { AccountingMethod } from '@tidemark/contracts/accounting-terms';

/** Of which portfolio, by which method; left out: the portfolio's own. */
export interface ComputedAsked {
  portfolioId: string;
  method?: AccountingMethod | undefined;
}

export interface DisposalsAsked extends ComputedAsked {
  year?: number | undefined;
  asset?: string | undefined;
  limit?: number;
  cursor?: string | undefined;
}

/** A figure of the portfolio or of one asset, or one disposal by its number. */
export type HowAsked = ComputedAsked &
  ({ figure: PortfolioFigure; asset?: string | undefined } | { disposal: number });

const computed = (_data: unknown, _error: unknown, { portfolioId }: { portfolioId: string }) => [
  { type: 'Computed' as const, id: portfolioId },
];

function howPath({ portfolioId, ...asked }: HowAsked): string {
  if ('disposal' in asked) {
    return pathOf(portfolioId, `/disposals/${asked.disposal}/how`, { method: asked.method });
  }
  const { figure, asset, method } = asked;
  return pathOf(portfolioId, `/how/${figure}`, { asset, method });
}

/** What a portfolio is worth, what it gained, and how that was computed. */
export const valuationApi = portfolioApi.injectEndpoints({
  endpoints: (build) => ({
    performance: build.query<PortfolioPerformance, ComputedAsked>({
      query: ({ portfolioId, ...asked }) => pathOf(portfolioId, '/performance', { ...asked }),
      providesTags: computed,
    }),
    gains: build.query<Gains, ComputedAsked>({
      query: ({ portfolioId, ...asked }) => pathOf(portfolioId, '/gains', { ...asked }),
      providesTags: computed,
    }),
    disposals: build.query<Page<DisposalRow>, DisposalsAsked>({
      query: ({ portfolioId, ...asked }) => pathOf(portfolioId, '/disposals', { ...asked }),
      transformResponse: (items: DisposalRow[], meta) => pageOf(items, meta),
      providesTags: computed,
    }),
    lots: build.query<LotRow[], ComputedAsked & { asset?: string | undefined }>({
      query: ({ portfolioId, ...asked }) => pathOf(portfolioId, '/lots', { ...asked }),
      providesTags: computed,
    }),
    how: build.query<HowComputed, HowAsked>({ query: howPath, providesTags: computed }),
    balances: build.query<Balances, { portfolioId: string; at?: number; zeros?: string }>({
      query: ({ portfolioId, ...asked }) => pathOf(portfolioId, '/balances', asked),
      providesTags: computed,
    }),
    assetSettings: build.query<AssetSetting[], string>({
      query: (portfolioId) => pathOf(portfolioId, '/asset-settings'),
      providesTags: (_data, _error, id) => [{ type: 'AssetSettings', id }],
    }),
    /** Which coin an asset is, and prices given by hand. */
    changeAssetSetting: build.mutation<
      AssetSetting,
      {
        portfolioId: string;
        asset: string;
        /** In the place of all that was said of it. */
        body: Omit<AssetSetting, 'asset'>;
      }
    >({
      query: ({ portfolioId, asset, body }) =>
        sendJson('PUT', pathOf(portfolioId, `/asset-settings/${encodeURIComponent(asset)}`), body),
      invalidatesTags: (_data, _error, { portfolioId: id }) => [
        { type: 'AssetSettings', id },
        { type: 'Computed', id },
      ],
    }),
  }),
});

export const {
  usePerformanceQuery,
  useGainsQuery,
  useDisposalsQuery,
  useLotsQuery,
  useHowQuery,
  useBalancesQuery,
  useAssetSettingsQuery,
} = valuationApi;
