import type { SourceKind } from '@tidemark/contracts/news';
import { decodeDocument } from '@tidemark/news/decode-document';
import { NewsFormatError, type NewsRead } from '@tidemark/news/news-item';
import type { SentimentConfig } from '../config.ts';
import type { FetchedDocument } from '../fetching/document-fetcher.ts';

const MINUTE_MS = 60_000;
/** Of X, in one reading. */
export const POSTS = 50;

/** A kind of news source: how it is asked, what that costs, and how its answer is read. */
export interface KindOfSource {
  /** What reading it costs, and what it may be used for; for people. */
  readonly cost: string;
  /** Between two readings where nothing is wrong, ms. */
  readonly intervalMs: number;
  /** The configuration's key without which it is not read. */
  readonly key?: 'NEWSAPI_KEY' | 'COINDESK_API_KEY' | 'X_BEARER_TOKEN';
  /** Where each item is paid for: the most of a reading, and of a UTC day. */
  readonly paid?: { most: number; mostADay: (config: SentimentConfig) => number };
  /** Headers of its own. */
  readonly headers?: (key: string) => Readonly<Record<string, string>>;
  /** Rejects with NewsFormatError where the document is none of this kind. Readers are loaded with their first document. */
  read(document: FetchedDocument): Promise<NewsRead>;
}

const feed = {
  read: async ({ bytes, contentType, url }: FetchedDocument) => {
    const { readFeed } = await import('@tidemark/news/read-feed');
    return readFeed(decodeDocument(bytes, contentType), url);
  },
};

/** Every kind of source; another one is another row, and a reader in `packages/news`. */
export const KINDS: Readonly<Record<SourceKind, KindOfSource>> = {
  feed: {
    ...feed,
    cost: 'Free. Headlines and summaries for your own reading; the text belongs to its publisher.',
    intervalMs: 5 * MINUTE_MS,
  },
  simulated: {
    ...feed,
    cost: 'Free. Made up, with the simulated market.',
    intervalMs: MINUTE_MS / 4,
  },
  reddit: {
    ...feed,
    cost: 'Free, without votes or comments. It answers 429 to many addresses, and is then left alone for long.',
    intervalMs: 15 * MINUTE_MS,
  },
  newsapi: {
    cost: 'Its free plan is for development alone: 100 requests a day, articles a day late. Others are paid by the month.',
    intervalMs: 60 * MINUTE_MS,
    key: 'NEWSAPI_KEY',
    headers: (key) => ({ 'x-api-key': key }),
    read: async (document) => {
      const { readNewsApi } = await import('@tidemark/news/read-newsapi');
      return readNewsApi(jsonOf(document));
    },
  },
  coindesk: {
    cost: 'Paid by the month; the successor of CryptoCompare, whose free plan ended in May 2026.',
    intervalMs: 5 * MINUTE_MS,
    key: 'COINDESK_API_KEY',
    headers: (key) => ({ authorization: `Apikey ${key}` }),
    read: async (document) => {
      const { readCoinDesk } = await import('@tidemark/news/read-coindesk');
      return readCoinDesk(jsonOf(document));
    },
  },
  x: {
    cost: 'Paid by the post that is read; X_POSTS_PER_DAY bounds it.',
    intervalMs: 15 * MINUTE_MS,
    key: 'X_BEARER_TOKEN',
    paid: { most: POSTS, mostADay: ({ X_POSTS_PER_DAY }) => X_POSTS_PER_DAY },
    headers: (key) => ({ authorization: `Bearer ${key}` }),
    read: async (document) => {
      const { readX } = await import('@tidemark/news/read-x');
      return readX(jsonOf(document));
    },
  },
};

/** Whether a source of this kind can be read at all. */
export function hasKey(kind: SourceKind, config: SentimentConfig): boolean {
  const { key } = KINDS[kind];
  return key === undefined || config[key] !== undefined;
}

/** Headers that prove who asks. */
export function headersOf(kind: SourceKind, config: SentimentConfig): Record<string, string> {
  const { key, headers } = KINDS[kind];
  const value = key && config[key];
  return value && headers ? { ...headers(value) } : {};
}

function jsonOf({ bytes, contentType }: FetchedDocument): unknown {
  try {
    return JSON.parse(decodeDocument(bytes, contentType));
  } catch (error) {
    throw new NewsFormatError('it is no JSON', { cause: error });
  }
}
