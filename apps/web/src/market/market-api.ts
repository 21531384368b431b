import { createApi } from '@reduxjs/toolkit/query/react';
import type { Candle, CandlesView, Interval } from '@tidemark/contracts/candle';
import type { Coin } from '@tidemark/contracts/coin';
import type { DailyRate } from '@tidemark/contracts/currency-rate';
import type { ExchangesView } from '@tidemark/contracts/exchange';
import type { FeedsView } from '@tidemark/contracts/feeds';
import type { MoversView, Price } from '@tidemark/contracts/price';
import { createEnvelopeQuery } from '../api/envelope-query.ts';
import { createTaskLimit } from './task-limit.ts';

export interface CandlesQuery {
  coin: string;
  interval: Interval;
  limit: number;
}

/** Sparkline: a day in bars of 15 minutes. */
const SPARKLINE = { interval: '15m', limit: 96 } as const;
const limitSparklines = createTaskLimit(4);

function candlesUrl({ coin, interval, limit }: CandlesQuery): string {
  return `candles/${coin}?interval=${interval}&limit=${limit}`;
}

/** The market-data service, as the pages read it. */
export const marketApi = createApi({
  reducerPath: 'market',
  baseQuery: createEnvelopeQuery('/api/market/'),
  tagTypes: ['Prices', 'Candles', 'Sparklines', 'Feeds'],
  endpoints: (build) => ({
    coins: build.query<Coin[], undefined>({ query: () => 'coins' }),
    prices: build.query<Price[], undefined>({ query: () => 'prices', providesTags: ['Prices'] }),
    movers: build.query<MoversView, MoversView['window']>({
      query: (window) => `movers?window=${window}`,
    }),
    feeds: build.query<FeedsView, undefined>({ query: () => 'feeds', providesTags: ['Feeds'] }),
    exchanges: build.query<ExchangesView, string>({ query: (coin) => `exchanges/${coin}` }),
    history: build.query<CandlesView, CandlesQuery>({
      query: candlesUrl,
      providesTags: ['Candles'],
      keepUnusedDataFor: 120,
    }),
    tail: build.query<CandlesView, CandlesQuery>({ query: candlesUrl, keepUnusedDataFor: 0 }),
    older: build.query<Candle[], CandlesQuery & { before: number }>({
      query: ({ before, ...args }) => `${candlesUrl(args)}&to=${before}`,
      transformResponse: (view: CandlesView) => view.candles,
      keepUnusedDataFor: 0,
    }),
    /** What a currency was worth on the day that begins at an epoch ms; none where that is not known. */
    dayRate: build.query<DailyRate | null, { code: string; day: number }>({
      query: ({ code, day }) => `rates/${code}?from=${day}&to=${day + 1}`,
      transformResponse: ([rate]: DailyRate[]) => rate ?? null,
      keepUnusedDataFor: 600,
    }),
    sparkline: build.query<number[], string>({
      queryFn: async (coin, _api, _extra, fetch) => {
        const answer = await limitSparklines(async () => fetch(candlesUrl({ coin, ...SPARKLINE })));
        if (answer.error !== undefined) return { error: answer.error };
        return { data: (answer.data as CandlesView).candles.map((candle) => candle.close) };
      },
      providesTags: ['Sparklines'],
      keepUnusedDataFor: 600,
    }),
  }),
});

export const {
  useCoinsQuery,
  usePricesQuery,
  useMoversQuery,
  useFeedsQuery,
  useExchangesQuery,
  useHistoryQuery,
  useTailQuery,
  useSparklineQuery,
} = marketApi;

/** For queries that follow the market: they rest while nobody looks, and ask at once when somebody does or the network is back. */
export const WHILE_SEEN = {
  skipPollingIfUnfocused: true,
  refetchOnFocus: true,
  refetchOnReconnect: true,
} as const;
