import type { Outlet } from './outlets.ts';
import { escapeXml } from './xml-text.ts';

/** A story as feeds tell it. */
export interface FeedItem {
  guid: string;
  title: string;
  summary: string;
  url: string;
  /** Epoch ms; feeds tell whole seconds. */
  time: number;
}

/** What a document is made of. */
export interface Feed {
  outlet: Outlet;
  /** Of the news server, such as `http://127.0.0.1:9405`. */
  origin: string;
  /** Newest first. */
  items: readonly FeedItem[];
  /** When the feed last changed, epoch ms. */
  changed: number;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** RSS 2.0, https://www.rssboard.org/rss-specification. */
export function rssDocument({ outlet, origin, items, changed }: Feed): string {
  const told = items.map(
    ({ guid, title, summary, url, time }) =>
      `<item>${element('title', title)}${element('link', url)}` +
      `<guid isPermaLink="false">${escapeXml(guid)}</guid>` +
      `${element('pubDate', new Date(time).toUTCString())}${element('dc:creator', outlet.author)}` +
      `<category>simulated</category>${element('description', summary)}</item>\n`,
  );
  return (
    `${HEAD}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>\n` +
    `${element('title', outlet.name)}${element('link', `${origin}/`)}` +
    `${element('description', outlet.description)}${element('language', outlet.language)}` +
    `${element('lastBuildDate', new Date(changed).toUTCString())}<ttl>1</ttl>` +
    `<category>simulated</category>\n${told.join('')}</channel></rss>\n`
  );
}

/** Atom, RFC 4287. */
export function atomDocument({ outlet, origin, items, changed }: Feed): string {
  const own = `${origin}/atom/${outlet.id}.xml`;
  const told = items.map(
    ({ guid, title, summary, url, time }) =>
      `<entry>${element('title', title)}<link href="${escapeXml(url)}"/>${element('id', guid)}` +
      `${element('published', isoTime(time))}${element('updated', isoTime(time))}` +
      `<category term="simulated"/>${element('summary', summary)}</entry>\n`,
  );
  return (
    `${HEAD}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.language}">\n` +
    `${element('title', outlet.name)}${element('subtitle', outlet.description)}` +
    `<id>urn:simulated-news:${outlet.id}</id><link rel="self" href="${escapeXml(own)}"/>` +
    `<author>${element('name', outlet.author)}</author>` +
    `${element('updated', isoTime(changed))}<category term="simulated"/>\n${told.join('')}</feed>\n`
  );
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function isoTime(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
