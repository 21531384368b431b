import { createApi } from '@reduxjs/toolkit/query/react';
import type { Indicators } from '@tidemark/contracts/analytics';
import type { Interval } from '@tidemark/contracts/candle';
import { createEnvelopeQuery } from '../api/envelope-query.ts';

export interface IndicatorsQuery {
  coin: string;
  interval: Interval;
  /** Such as `sma(20),bollinger(20,2)`. */
  names: string;
  /** Newest closed bars that are answered for, at most 1000. */
  limit: number;
}

/** The analytics service, as the pages read it. */
export const analyticsApi = createApi({
  reducerPath: 'analytics',
  baseQuery: createEnvelopeQuery('/api/analytics/'),
  tagTypes: ['Indicators'],
  endpoints: (build) => ({
    indicators: build.query<Indicators, IndicatorsQuery>({
      query: ({ coin, ...params }) => ({ url: `indicators/${coin}`, params }),
      providesTags: ['Indicators'],
    }),
  }),
});

export const { useIndicatorsQuery } = analyticsApi;
