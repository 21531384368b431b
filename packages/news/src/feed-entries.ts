import {
  type AtomFeed,
  parseAtomFeed,
  parseRdfFeed,
  parseRssFeed,
  type RdfFeed,
  type RssFeed,
} from 'feedsmith';
import { MOST_ITEMS, type RawItem } from './collected-items.ts';
import { parseFeedDate } from './feed-date.ts';
import type { FeedKind } from './feed-root.ts';
import { primarySubtag } from './language-tag.ts';

/** What the three kinds of feeds have in common. */
export interface FeedEntries {
  language: string | null;
  entries: RawItem[];
}

const OPTIONS = { maxItems: MOST_ITEMS };

/**
 * The entries of a feed as its kind writes them.
 * @param base where the feed was read from, for addresses that are relative
 * @throws Error where the parser cannot go on
 */
export function feedEntries(kind: FeedKind, text: string, base: string): FeedEntries {
  if (kind === 'rss') return ofRss(parseRssFeed(withReadableAuthors(text), OPTIONS), base);
  if (kind === 'atom') return ofAtom(parseAtomFeed(text, OPTIONS), base);
  return ofRdf(parseRdfFeed(withoutContents(text), OPTIONS), base);
}

/**
 * feedsmith takes RSS's people apart in time that grows by the square of their length: a megabyte of brackets in an `<author>` is
 * half an hour. As `dc:creator` it hands them out as they are; the channel's people are not read.
 */
function withReadableAuthors(text: string): string {
  return text.replace(
    /(<\/?)(author|managingeditor|webmaster)(?=[\s/>])/gi,
    (_, bracket: string, name: string) =>
      `${bracket}${name.toLowerCase() === 'author' ? 'dc:creator' : 'unread'}`,
  );
}

/**
 * By RDF's table of contents feedsmith looks every item up among all others, and leaves out what it does not list. Without one it
 * takes the items as they come.
 */
function withoutContents(text: string): string {
  return text.replace(/(<\/?(?:[\w.-]{1,60}:)?)seq(?=[\s/>])/gi, '$1unread');
}

function ofRss(feed: RssFeed.Feed<string>, base: string): FeedEntries {
  const language = toldLanguage(feed.language, feed.dc?.languages?.[0], feed.xml?.lang);
  const feedBase = resolved(feed.xml?.base ?? feed.link, base);
  const entries = (feed.items ?? []).map((item): RawItem => {
    const permalink = item.guid?.isPermaLink === false ? undefined : item.guid?.value;
    return {
      id: item.guid?.value ?? item.atom?.id,
      url: item.link ?? linkOf(item.atom?.links) ?? absolute(permalink),
      base: resolved(item.xml?.base, feedBase),
      title: item.title,
      summary: item.description ?? item.content?.encoded,
      authors: item.dc?.creators ?? [],
      publishedAt: dateOf(item.pubDate, item.dc?.dates?.[0], item.atom?.published),
      updatedAt: dateOf(item.atom?.updated, item.dcterms?.modified?.[0]),
      language: toldLanguage(item.xml?.lang, item.dc?.languages?.[0]) ?? language,
    };
  });
  return { language, entries };
}

function ofAtom(feed: AtomFeed.Feed<string>, base: string): FeedEntries {
  const language = toldLanguage(feed.xml?.lang, feed.dc?.languages?.[0]);
  const feedBase = resolved(feed.xml?.base, base);
  const entries = (feed.entries ?? []).map((entry): RawItem => ({
    id: entry.id,
    url: linkOf(entry.links),
    base: resolved(entry.xml?.base, feedBase),
    title: entry.title?.value,
    summary: entry.summary?.value ?? entry.content?.value,
    authors: (entry.authors ?? feed.authors ?? []).map(({ name }) => name),
    publishedAt: dateOf(entry.published),
    updatedAt: dateOf(entry.updated),
    language: toldLanguage(entry.xml?.lang) ?? language,
  }));
  return { language, entries };
}

function ofRdf(feed: RdfFeed.Feed<string>, base: string): FeedEntries {
  const language = toldLanguage(feed.dc?.languages?.[0], feed.xml?.lang);
  const feedBase = resolved(feed.xml?.base ?? feed.link, base);
  const entries = (feed.items ?? []).map((item): RawItem => ({
    id: item.rdf?.about,
    url: item.link ?? absolute(item.rdf?.about),
    base: resolved(item.xml?.base, feedBase),
    title: item.title,
    summary: item.description ?? item.content?.encoded,
    authors: item.dc?.creators ?? [],
    publishedAt: dateOf(item.dc?.dates?.[0], item.dcterms?.issued?.[0]),
    updatedAt: dateOf(item.dcterms?.modified?.[0]),
    language: toldLanguage(item.xml?.lang, item.dc?.languages?.[0]) ?? language,
  }));
  return { language, entries };
}

/** The article's page: RFC 4287 takes a link that says no relation for `alternate`. Reddit's thread is such a link. */
function linkOf(links: readonly AtomFeed.Link<string>[] | undefined): string | undefined {
  const pages = (links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate');
  return (pages.find(({ type }) => type === undefined || /html/i.test(type)) ?? pages[0])?.href;
}

/** An identifier stands for a link only where it is an address. */
function absolute(identifier: string | undefined): string | undefined {
  return identifier !== undefined && /^https?:\/\//i.test(identifier) ? identifier : undefined;
}

/** The first date that says a moment. */
function dateOf(...texts: readonly (string | undefined)[]): number | null {
  for (const text of texts) {
    const date = text === undefined ? null : parseFeedDate(text);
    if (date !== null) return date;
  }
  return null;
}

function toldLanguage(...tags: readonly (string | undefined)[]): string | null {
  return tags.map(primarySubtag).find((language) => language !== null) ?? null;
}

/** Relative to it; `base` where it is no page by http or https. */
function resolved(address: string | undefined, base: string): string {
  const url = URL.parse(address ?? '', base === '' ? undefined : base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : base;
}
