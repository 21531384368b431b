import type { SentimentLabel } from '@tidemark/contracts/news';

/** Which articles; null: of every kind. */
export interface FeedFilters {
  /** Slug of a coin. */
  coin: string | null;
  label: SentimentLabel | null;
  /** Id of a source. */
  source: string | null;
  /** ISO 639-1. */
  language: string | null;
}

/** What the service is asked for. */
export interface NewsQuery extends FeedFilters {
  limit: number;
  /** Of the page before; left out: the newest. */
  cursor?: string;
}

export const NO_FILTERS: FeedFilters = { coin: null, label: null, source: null, language: null };

export const COIN_ID = /^[a-z0-9][a-z0-9-]{0,49}$/;
const SOURCE_ID = /^[a-z0-9][a-z0-9-]{0,79}$/;
const LANGUAGE = /^[a-z]{2}$/;
const LABELS: readonly SentimentLabel[] = ['positive', 'negative', 'neutral'];

const fitting = (text: string | null, form: RegExp) =>
  text !== null && form.test(text) ? text : null;

/** The filters that an address names; what the service would refuse is as if it were not there. */
export function filtersOf(params: Pick<URLSearchParams, 'get'>): FeedFilters {
  const coin = params.get('about') === 'all' ? null : params.get('coin');
  return {
    coin: fitting(coin, COIN_ID),
    label: LABELS.find((label) => label === params.get('label')) ?? null,
    source: fitting(params.get('source'), SOURCE_ID),
    language: fitting(params.get('language'), LANGUAGE),
  };
}

/** Path and query of a page of news, below `/api/sentiment/`; a filter that is not set is left out. */
export function newsPath({ coin, label, source, language, limit, cursor }: NewsQuery): string {
  const query = new URLSearchParams();
  if (label !== null) query.set('label', label);
  if (source !== null) query.set('source_id', source);
  if (language !== null) query.set('language', language);
  query.set('limit', String(limit));
  if (cursor !== undefined) query.set('cursor', cursor);
  return `news${coin === null ? '' : `/${coin}`}?${query.toString()}`;
}

/** Whether anything but the coin is filtered. */
export function isNarrowed({ label, source, language }: FeedFilters): boolean {
  return label !== null || source !== null || language !== null;
}
