import { articleUrl } from './article-url.ts';
import { authorNames } from './author-names.ts';
import type { NewsItem, NewsRead } from './news-item.ts';
import { plainText } from './plain-text.ts';

/** A document's items beyond are not read: it lists the newest first, and is read again. */
export const MOST_ITEMS = 500;
const TITLE_CHARACTERS = 500;
const ID_CHARACTERS = 1000;
/** Reddit ends every post with it; of posts that only link it is all there is. */
const REDDIT_TAIL =
  /(?:^| )submitted by \/u\/[\w-]{1,40} (?:to r\/\w{1,40} )?\[link\] \[comments\]$/;

/** An item as its source writes it: texts may hold markup, `url` may be relative to `base`. */
export interface RawItem {
  id?: string | undefined;
  url: string | null | undefined;
  base?: string;
  title: string | null | undefined;
  summary?: string | null | undefined;
  authors?: readonly (string | null | undefined)[];
  publishedAt: number | null;
  updatedAt?: number | null;
  language?: string | null;
}

/** Takes a document's items one by one: clean, each once, those that nobody can read with why. */
export class CollectedItems {
  readonly #items: NewsItem[] = [];
  readonly #refused: NewsRead['refused'] = [];
  readonly #seen = new Set<string>();

  take(at: number, raw: RawItem): void {
    const item = cleanItem(raw);
    if (typeof item === 'string') {
      this.refuse(at, item);
      return;
    }
    const key = `${item.url} ${item.title}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#items.push(item);
  }

  refuse(at: number, reason: string): void {
    this.#refused.push({ at, reason });
  }

  read(about: { isCutOff?: boolean; language?: string | null } = {}): NewsRead {
    const { isCutOff = false, language = null } = about;
    return { items: this.#items, refused: this.#refused, isCutOff, language };
  }
}

/** The item, or why there is none. */
function cleanItem(raw: RawItem): NewsItem | string {
  const summary = plainText(raw.summary ?? '').replace(REDDIT_TAIL, '');
  const title = plainText(raw.title ?? '', TITLE_CHARACTERS) || firstSentence(summary);
  if (title === '') return 'title: it has none, nor a description that could stand for it';
  if (/^\[removed\]$/i.test(title)) return 'title: its publisher has removed it';
  if ((raw.url ?? '').trim() === '') return 'link: it has none';
  const url = articleUrl(raw.url ?? '', raw.base ?? '');
  if (url === null) return 'link: it is no address of a page by http or https';
  if (isRemoved(url)) return 'link: its publisher has removed it';
  return {
    id: cleanId(raw.id) || url,
    url,
    title,
    summary: summary === '' ? null : summary,
    authors: authorNames(raw.authors ?? []),
    publishedAt: raw.publishedAt,
    updatedAt: raw.updatedAt ?? null,
    language: raw.language ?? null,
  };
}

/** Where NewsAPI sends readers of what is gone. */
function isRemoved(url: string): boolean {
  return /^(?:www\.)?removed\.com$/.test(new URL(url).hostname);
}

function firstSentence(text: string): string {
  const end = /[.!?…](?=\s|$)/.exec(text);
  return plainText(end === null ? text : text.slice(0, end.index + 1), TITLE_CHARACTERS);
}

function cleanId(id: string | undefined): string {
  const clean = (id ?? '')
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return clean.length <= ID_CHARACTERS ? clean : '';
}
