import { createApi } from '@reduxjs/toolkit/query/react';
import type { Article, NewsSource, SentimentLabel } from '@tidemark/contracts/news';
import type {
  LeadLag,
  Sentiment,
  SentimentTrend,
  TrendingCoin,
} from '@tidemark/contracts/sentiment';
import { createEnvelopeQuery, pageOf, type Page } from '../api/envelope-query.ts';
import { portfolioApi, sendJson } from '../portfolio-api/portfolio-api.ts';
import { newsPath, type NewsQuery } from './feed/feed-filters.ts';

type TrendQuery = Pick<SentimentTrend, 'period' | 'interval'> & { coin: string };

/** The sentiment service, as the pages read it. `Scores` and `News` change with every update of a coin. */
export const sentimentApi = createApi({
  reducerPath: 'sentiment',
  baseQuery: createEnvelopeQuery('/api/sentiment/'),
  tagTypes: ['Scores', 'News', 'Sources'],
  endpoints: (build) => ({
    /** Of a coin, or of the whole market: `market`. */
    sentiment: build.query<Sentiment, string>({
      query: (coin) => coin,
      providesTags: ['Scores'],
    }),
    /** Of several coins, in their order. */
    compare: build.query<Sentiment[], readonly string[]>({
      query: (coins) => `compare?coins=${coins.join(',')}`,
      providesTags: ['Scores'],
    }),
    trend: build.query<SentimentTrend, TrendQuery>({
      query: ({ coin, period, interval }) => `${coin}/trend?period=${period}&interval=${interval}`,
    }),
    leadLag: build.query<LeadLag, string>({ query: (coin) => `${coin}/lead-lag` }),
    trending: build.query<TrendingCoin[], number>({
      query: (limit) => `trending?limit=${limit}`,
      providesTags: ['Scores'],
    }),
    /** The newest page. */
    news: build.query<Page<Article>, NewsQuery>({
      query: newsPath,
      transformResponse: (items: Article[], meta) => pageOf(items, meta),
      providesTags: ['News'],
    }),
    /** A page that follows another. */
    olderNews: build.query<Page<Article>, NewsQuery & { cursor: string }>({
      query: newsPath,
      transformResponse: (items: Article[], meta) => pageOf(items, meta),
      keepUnusedDataFor: 0,
    }),
    sources: build.query<NewsSource[], undefined>({
      query: () => 'sources',
      providesTags: ['Sources'],
    }),
  }),
});

export const {
  useSentimentQuery,
  useCompareQuery,
  useTrendQuery,
  useLeadLagQuery,
  useTrendingQuery,
  useNewsQuery,
  useSourcesQuery,
} = sentimentApi;

/** What somebody who is signed in says an article sounds like. */
export const opinionApi = portfolioApi
  .enhanceEndpoints({ addTagTypes: ['Opinions'] })
  .injectEndpoints({
    endpoints: (build) => ({
      opinion: build.query<{ label: SentimentLabel | null }, number>({
        query: (articleId) => `sentiment/opinions/${articleId}`,
        providesTags: (_opinion, _error, articleId) => [{ type: 'Opinions', id: articleId }],
      }),
      sayOpinion: build.mutation<unknown, { articleId: number; label: SentimentLabel }>({
        query: ({ articleId, label }) =>
          sendJson('PUT', `sentiment/opinions/${articleId}`, { label }),
        invalidatesTags: (_answer, _error, { articleId }) => [{ type: 'Opinions', id: articleId }],
      }),
      takeOpinionBack: build.mutation<unknown, number>({
        query: (articleId) => ({ url: `sentiment/opinions/${articleId}`, method: 'DELETE' }),
        invalidatesTags: (_answer, _error, articleId) => [{ type: 'Opinions', id: articleId }],
      }),
    }),
  });

export const { useOpinionQuery } = opinionApi;
