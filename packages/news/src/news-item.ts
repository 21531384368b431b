/** A headline with what its source says about it. Times are epoch ms; what the source does not say for sure is null. */
export interface NewsItem {
  /** The source's own: guid, Atom id, number of the post; without one, the URL. Not unique: sources give one id twice. */
  id: string;
  /** Absolute, http or https, without what only tracks its readers. */
  url: string;
  /** Plain text on one line, never empty, at most 500 characters. */
  title: string;
  /** Plain text on one line, at most 2,000 characters. */
  summary: string | null;
  authors: string[];
  publishedAt: number | null;
  /** May lie before `publishedAt`: pieces are scheduled and dated anew. */
  updatedAt: number | null;
  /** As the document says it, its primary subtag in lower case: `en`. Documents err; see `languageOf`. */
  language: string | null;
  /** Pictures are never taken: showing them would tell their hosts who reads. */
  image?: never;
}

/** What a document holds. An item that is refused costs no other. */
export interface NewsRead {
  items: NewsItem[];
  /** `at`: which of the document's items, from 0. */
  refused: { at: number; reason: string }[];
  /** The document broke off: `items` are those that came whole. */
  isCutOff: boolean;
  /** What the document says of all its items, as `NewsItem.language`. */
  language: string | null;
}

/** The whole document cannot be read. The message is a sentence that says why, and is meant to be shown. */
export class NewsFormatError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'NewsFormatError';
  }
}
