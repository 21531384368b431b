import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeDocument } from './decode-document.ts';
import { NewsFormatError, type NewsItem, type NewsRead } from './news-item.ts';
import { readFeed } from './read-feed.ts';

const MUTATIONS = 2000;

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>Example</title><link>https://news.test/</link><language>en-US</language>
<item><title><![CDATA[Example Chain launches “mainnet” & more]]></title><link>https://news.test/a?utm_source=rss</link>
<guid isPermaLink="false">g1</guid><pubDate>Wed, 30 Sep 2026 10:00:00 +0000</pubDate><dc:creator>A. Author</dc:creator>
<description>&lt;p&gt;One &amp;amp; two&lt;/p&gt;</description></item>
<item><title>Zürich &amp; Genf &#8211; &lt;b&gt;up&lt;/b&gt;</title><link>/b</link><author>b@news.test (B)</author></item>
<item><description>No title. More.</description><guid>https://news.test/c</guid></item>
</channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>E</title><entry><id>1</id>
<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Größer <b>als</b></div></title>
<link rel="alternate" href="https://news.test/d"/><updated>2026-09-30T10:00:00Z</updated>
<author><name>/u/x</name></author><content type="html">&lt;br&gt;Text</content></entry></feed>`;

const INSERTED = [
  ...[
    '<',
    '>',
    '&',
    '&amp;',
    '&#0;',
    '&#x1F680;',
    '&#150;',
    '&nbsp;',
    '&a;',
    '\0',
    '\u0092',
    '\ufeff',
    ']]>',
    '<![CDATA[',
  ],
  ...[
    '<!DOCTYPE rss [<!ENTITY a "&a;">]>',
    '<!--',
    '-->',
    '<?',
    '</item>',
    '<item>',
    '</channel>',
    '</rss>',
    '<title>',
  ],
  ...[
    '<link>javascript:1</link>',
    '<__proto__>',
    'xmlns:x="http://www.w3.org/2005/Atom"',
    '"',
    "'",
    '\ud800',
    '(((((',
  ],
];

interface Mutation {
  kind: 'flip' | 'cut' | 'double' | 'insert' | 'drop';
  /** Where, in ten thousandths of the document. */
  at: number;
  length: number;
  byte: number;
  text: string;
}
const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'double', 'insert', 'drop'),
  at: fc.noBias(fc.nat(9999)),
  length: fc.nat(300),
  byte: fc.integer({ min: 1, max: 255 }),
  text: fc.constantFrom(...INSERTED),
});

function mutated(bytes: Buffer, { kind, at, length, byte, text }: Mutation): Buffer {
  const start = Math.floor((at / 10_000) * bytes.length);
  const [before, after] = [bytes.subarray(0, start), bytes.subarray(start)];
  if (kind === 'cut') return before;
  if (kind === 'double') return Buffer.concat([before, after.subarray(0, length), after]);
  if (kind === 'insert') return Buffer.concat([before, Buffer.from(text), after]);
  if (kind === 'drop') return Buffer.concat([before, after.subarray(length)]);
  return Buffer.concat([before, after.subarray(0, 1).map((old) => old ^ byte), after.subarray(1)]);
}

function read(bytes: Uint8Array): NewsRead | null {
  try {
    return readFeed(decodeDocument(bytes, null), 'https://feed.test/');
  } catch (error) {
    expect(error).toBeInstanceOf(NewsFormatError);
    return null;
  }
}

/** What no item may be, by field. */
function faultsOf({
  url,
  title,
  summary,
  authors,
  id,
  publishedAt,
  updatedAt,
  language,
}: NewsItem): string[] {
  const shown = { title, id, summary: summary ?? 'none', author: authors.join(', ') || 'none' };
  const faults = Object.entries(shown)
    .filter(
      ([, text]) => !/^[^\p{Cc}]+$/u.test(text) || !text.isWellFormed() || text.trim() !== text,
    )
    .map(([name]) => name);
  if (!/^https?:\/\/[^/\s]/.test(url)) faults.push('url');
  if ([publishedAt, updatedAt].some((time) => time !== null && !(time >= Date.UTC(2009, 0))))
    faults.push('times');
  if (language !== null && !/^[a-z]{2,3}$/.test(language)) faults.push('language');
  return faults;
}

it('a feed that was damaged anyhow is read or refused, and every item of it is sound', () => {
  let [tried, kept] = [0, 0];
  fc.assert(
    fc.property(
      fc.constantFrom(RSS, ATOM),
      fc.array(mutation, { minLength: 1, maxLength: 2 }),
      (text, mutations) => {
        const { items = [], refused = [] } =
          read(mutations.reduce(mutated, Buffer.from(text))) ?? {};
        tried += 1;
        kept += items.length;
        expect(items.flatMap(faultsOf)).toEqual([]);
        expect(new Set(items.map(({ url, title }) => `${url} ${title}`)).size).toBe(items.length);
        expect(refused.filter(({ at, reason }) => !(at >= 0) || reason === '')).toEqual([]);
      },
    ),
    { numRuns: MUTATIONS },
  );
  expect(tried).toBe(MUTATIONS);
  expect(kept).toBeGreaterThan(MUTATIONS / 2);
});
