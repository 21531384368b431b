import type { SentimentLabel, SourceKind } from '@tidemark/contracts/news';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** JSONB: read as its value, written as JSON text. */
type JsonbOrNull<T> = ColumnType<T | null, string | null, string | null>;

export interface SentimentTables {
  news_sources: {
    source_id: string;
    kind: SourceKind;
    name: string;
    url: string;
    /** ISO 639-1. */
    language: string | null;
    weight: number;
    muted: Generated<boolean>;
    /** Of our own list; the others were added by an administrator. */
    built_in: boolean;
    etag: string | null;
    last_modified: string | null;
    next_at: Date;
    /** Until when whoever reads it has it for itself. */
    leased_until: Date | null;
    last_ok_at: Date | null;
    failures: Generated<number>;
    error: string | null;
    refused: Generated<number>;
    refused_why: string | null;
    /** The UTC day of which `spent` tells. */
    spent_on: ColumnType<string | null, string | null, string | null>;
    /** Items that were paid for that day. */
    spent: Generated<number>;
  };
  articles: {
    article_id: number;
    source_id: string;
    /** The source's own id. */
    external_id: string;
    url: string;
    title: string;
    summary: string | null;
    authors: string[];
    language: string | null;
    published_at: Date;
    updated_at: Date | null;
    fetched_at: Date;
    /** SHA-256 of title and summary, hex. */
    hash: string;
    coins: string[];
    /** The article that told the story first. */
    story_id: number;
    /** -1 to 1; null, as the four below: not in the model's language. */
    score: number | null;
    negative: number | null;
    neutral: number | null;
    positive: number | null;
    words: JsonbOrNull<{ text: string; weight: number }[]>;
    /** That scored it, or found that it cannot. */
    model: string;
  };
  sentiments: {
    id: GeneratedAlways<number>;
    coin_id: string;
    score: number;
    positive_pct: number;
    negative_pct: number;
    neutral_pct: number;
    stories: number;
    articles: number;
    confidence: number;
    /** At the beginning of five minutes. */
    timestamp: Date;
  };
  article_opinions: {
    article_id: number;
    /** Tells opinions of one article apart, and not whose they are: SHA-256 of the article and the account, hex. */
    said_by: string;
    label: SentimentLabel;
    said_at: Date;
  };
  /** One row. */
  news_state: {
    one_row: Generated<boolean>;
    /** Grows with every change of what sentiment is made of. */
    version: number;
    /** The replica that tells and stores what the news comes to, and until when. */
    teller: string | null;
    teller_until: Date | null;
    /** The model that all articles are being scored by anew. */
    rescoring: string | null;
  };
}
