import { expect, it } from 'vitest';
import { NewsFormatError } from './news-item.ts';
import { readFeed } from './read-feed.ts';

const BASE = 'https://feed.test/rss.xml';
const NAMESPACES =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"';

function item(content: string, title = 'A title'): string {
  return `<item><title>${title}</title><link>https://news.test/a</link>${content}</item>`;
}
function rss(items: string, channel = ''): string {
  return `<rss version="2.0" ${NAMESPACES}><channel><title>T</title>${channel}${items}</channel></rss>`;
}
function atom(entry: string, attributes = ''): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>T</title><entry>${entry}</entry></feed>`;
}
const first = (text: string) => readFeed(text, BASE).items[0];

it('an item of RSS is read with all it says', () => {
  const text = rss(
    item(
      `<guid isPermaLink="false">g1</guid><pubDate>Wed, 30 Sep 2026 10:00:00 +0000</pubDate>
      <atom:updated>2026-09-30T09:00:00Z</atom:updated><dc:creator>A. Author</dc:creator>
      <dc:creator>B. Author</dc:creator><author>c@news.test (C. Author)</author>
      <description><![CDATA[<img alt="A title"><p>One</p><p>two &amp; three</p>]]></description>`,
    ),
    '<language>en-US</language>',
  );
  expect(readFeed(text, BASE)).toEqual({
    items: [
      {
        id: 'g1',
        url: 'https://news.test/a',
        title: 'A title',
        summary: 'One two & three',
        authors: ['A. Author', 'B. Author', 'C. Author'],
        publishedAt: Date.UTC(2026, 8, 30, 10),
        updatedAt: Date.UTC(2026, 8, 30, 9),
        language: 'en',
      },
    ],
    refused: [],
    isCutOff: false,
    language: 'en',
  });
});

it('an entry of Atom is read: its page, not itself; its dates apart; its own language', () => {
  const entry = `<id>e1</id><title type="html">&lt;b&gt;AT&amp;amp;T&lt;/b&gt; up</title>
    <link rel="self" href="/self"/><link rel="alternate" href="page"/><published>2026-09-30T10:00:00Z</published>
    <updated>2026-09-30T11:00:00Z</updated><author><name>/u/someone</name></author><summary>S</summary>`;
  expect(first(atom(entry, 'xml:base="https://news.test/b/" xml:lang="de"'))).toEqual({
    id: 'e1',
    url: 'https://news.test/b/page',
    title: 'AT&T up',
    summary: 'S',
    authors: ['u/someone'],
    publishedAt: Date.UTC(2026, 8, 30, 10),
    updatedAt: Date.UTC(2026, 8, 30, 11),
    language: 'de',
  });
});

it('what Reddit adds to every post is no part of its summary', () => {
  const content = (html: string) =>
    atom(
      `<id>t3_1</id><title>Up &amp; down</title><link href="https://reddit.test/r/x/1/"/><content type="html">${html}
      &amp;#32; submitted by &amp;#32; &lt;a href="https://reddit.test/user/me"&gt; /u/me &lt;/a&gt; &lt;br/&gt;
      &lt;span&gt;&lt;a href="#"&gt;[link]&lt;/a&gt;&lt;/span&gt; &amp;#32; &lt;span&gt;&lt;a href="#"&gt;[comments]&lt;/a&gt;&lt;/span&gt;</content>`,
    );
  expect(first(content('&lt;p&gt;Text&lt;/p&gt;'))?.summary).toBe('Text');
  expect(first(content(''))?.summary).toBeNull();
});

it('RDF is read in the order of the document, also what its table of contents leaves out', () => {
  const text = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>T</title>
    <dc:language>fr</dc:language><items><rdf:Seq><rdf:li resource="https://news.test/2"/></rdf:Seq></items></channel>
    <item rdf:about="https://news.test/1"><title>One</title><link>https://news.test/1</link>
    <dc:date>2026-09-30T10:00:00Z</dc:date></item>
    <item rdf:about="https://news.test/2"><title>Two</title></item></rdf:RDF>`;
  const { items, language } = readFeed(text, BASE);
  expect(items.map(({ title, url }) => [title, url])).toEqual([
    ['One', 'https://news.test/1'],
    ['Two', 'https://news.test/2'],
  ]);
  expect([language, items[0]?.publishedAt]).toEqual(['fr', Date.UTC(2026, 8, 30, 10)]);
});

it('a title is the item’s own, not that of its picture', () => {
  expect(
    first(rss(`<item><media:title>No</media:title><title>Yes</title><link>/a</link></item>`))
      ?.title,
  ).toBe('Yes');
});

it('the first sentence of its description stands for a title that is missing', () => {
  const text = rss(
    '<item><link>/a</link><description>&lt;p&gt;It is 1.5 today. More.</description></item>',
  );
  expect(first(text)).toMatchObject({
    title: 'It is 1.5 today.',
    summary: 'It is 1.5 today. More.',
  });
  expect(readFeed(rss('<item><link>/a</link></item>'), BASE).refused).toHaveLength(1);
});

it('a link may be relative to the channel, or be the permanent identifier', () => {
  const links = [
    '<item><title>1</title><link>/a</link></item>',
    '<item><title>2</title><guid>https://news.test/b</guid></item>',
    '<item><title>3</title><guid isPermaLink="false">https://news.test/c</guid></item>',
    '<item><title>4</title><link>javascript:alert(1)</link></item>',
  ].join('');
  const { items, refused } = readFeed(rss(links, '<link>https://channel.test/x/</link>'), BASE);
  expect(items.map(({ url }) => url)).toEqual(['https://channel.test/a', 'https://news.test/b']);
  expect(refused.map(({ at }) => at)).toEqual([2, 3]);
  expect(first(rss('<item><title>1</title><link>/a</link></item>'))?.url).toBe(
    'https://feed.test/a',
  );
});

it('what its publisher removed is refused; the same article twice is one', () => {
  const items = [
    item('', '[Removed]'),
    item(''),
    item('<guid>other</guid>'),
    item('', 'Other'),
  ].join('');
  const read = readFeed(rss(items), BASE);
  expect(read.items.map(({ title }) => title)).toEqual(['A title', 'Other']);
  expect(read.refused).toEqual([{ at: 0, reason: 'title: its publisher has removed it' }]);
});

it('a document that breaks off anywhere keeps its whole items', () => {
  const text = rss(
    ['One', 'Two', 'Three']
      .map((title) => item('<description><![CDATA[</item>]]></description>', title))
      .join(''),
  );
  const ends = [...text.matchAll(/<\/item>(?!\])/g)].map(({ index }) => index + '</item>'.length);
  for (let cut = text.indexOf('<channel>'); cut < text.length; cut += 1) {
    const read = readFeed(text.slice(0, cut), BASE);
    expect(read.isCutOff).toBe(true);
    expect(read.items).toHaveLength(ends.filter((end) => end <= cut).length);
  }
  expect(readFeed(`${text}<script></script>`, BASE)).toMatchObject({ isCutOff: false });
});

it('an item that cannot be parsed costs no other', () => {
  const items = [item('', 'One'), '<item><title>Two<title></item>', item('', 'Three')].join('');
  expect(readFeed(rss(items, '<language>en</language>'), BASE)).toMatchObject({
    items: [{ title: 'One' }, { title: 'Three', language: 'en' }],
    refused: [{ at: 1, reason: 'item: it cannot be parsed' }],
    isCutOff: false,
  });
});

it('a document type that only names itself is left out, one that declares anything refused', () => {
  const doctype = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://dtd.test/rss.dtd">';
  expect(first(`<?xml version="1.0"?>${doctype}<!-- - -->${rss(item(''))}`)?.title).toBe('A title');
  const entity = '<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>';
  expect(() => readFeed(entity + rss(item('', '&c;')), BASE)).toThrow('declares entities');
});

it.each([
  ['', 'The document is empty.'],
  [' \n', 'The document is empty.'],
  ['{"error":403}', 'This is JSON, not a feed.'],
  ['Forbidden', 'This is no XML, and so no feed.'],
  [
    '<!DOCTYPE html><HTML><title>Just a moment...</title></HTML>',
    'This is an HTML page, not a feed.',
  ],
  ['<?xml version="1.0"?><opml></opml>', 'This is XML, but no feed: it begins with <opml>.'],
  ['<constructor></constructor>', 'This is XML, but no feed: it begins with <constructor>.'],
  ['<?xml version="1.0"', 'The document breaks off before it says what it is.'],
  ['<rss><channel><item><title></channel></rss>', 'The feed cannot be parsed.'],
])('%j is no feed: %s', (text, message) => {
  expect(() => readFeed(text, BASE)).toThrow(new NewsFormatError(message));
});

it('an Atom feed that quotes RSS is read as Atom', () => {
  const entry =
    '<title>How to</title><link href="/a"/><content><![CDATA[ <rss version="2.0"> ]]></content>';
  expect(first(atom(entry))?.title).toBe('How to');
});

it('at most 500 items are read', () => {
  const items = Array.from({ length: 700 }, (_, i) => item('', `Title ${i}`)).join('');
  expect(readFeed(rss(items), BASE).items).toHaveLength(500);
});

it('people and tables of contents cost no more than their length', () => {
  const authors = [
    '('.repeat(500_000),
    `a@${'.'.repeat(500_000)}@`,
    `a@b.test c${','.repeat(500_000)}d`,
  ];
  for (const author of authors) {
    const people = `<managingEditor>${author}</managingEditor><webMaster>${author}</webMaster>`;
    expect(readFeed(rss(item(`<AUTHOR >${author}</AUTHOR >`), people), BASE).items).toHaveLength(1);
  }
});
