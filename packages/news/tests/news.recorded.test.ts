import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { decodeDocument } from '../src/decode-document.ts';
import { languageOf } from '../src/language.ts';
import { NewsFormatError, type NewsRead } from '../src/news-item.ts';
import { readCoinDesk } from '../src/read-coindesk.ts';
import { readFeed } from '../src/read-feed.ts';
import { readNewsApi } from '../src/read-newsapi.ts';
import { readX } from '../src/read-x.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data/news/', import.meta.url));
const PRESENT = existsSync(DATA);
const FILES = PRESENT ? globSync('{,bad/}*.{xml,rss,atom,json}', { cwd: DATA }).sort() : [];
const BASE = 'https://feed.test/rss';

function textOf(file: string, contentType: string | null = null): string {
  return decodeDocument(readFileSync(DATA + file), contentType);
}
function read(file: string, contentType?: string): NewsRead {
  const text = textOf(file, contentType);
  return file.startsWith('newsapi') ? readNewsApi(JSON.parse(text)) : readFeed(text, BASE);
}
/** The titles, to compare letters without repeating them. */
function lettersOf({ items }: NewsRead): string {
  const titles = items.map(({ title }) => title).join('\n');
  return createHash('sha256').update(titles).digest('hex').slice(0, 10);
}
function languagesOf({ items }: NewsRead): (string | null)[] {
  return items.map(
    ({ title, summary, language }) => languageOf(`${title}. ${summary ?? ''}`, language).language,
  );
}
const shapes = (): Record<string, unknown> =>
  JSON.parse(textOf('json-shapes.json')) as Record<string, unknown>;

it.runIf(process.env.CI === 'true')('the documents are there (../shared)', () => {
  expect(PRESENT).toBe(true);
});

describe.skipIf(!PRESENT)('documents of sources (../shared)', () => {
  it.each(FILES)('%s is read, or refused with a sentence', (file) => {
    const contentTypes = [undefined, 'text/xml; charset=utf-8', 'text/xml; charset=ISO-8859-1'];
    for (const contentType of contentTypes) {
      try {
        const { items } = read(file, contentType);
        for (const item of items) expect(item.title).toMatch(/^[^\p{Cc}\ufffd]+$/u);
      } catch (error) {
        expect(error).toBeInstanceOf(NewsFormatError);
        expect((error as Error).message).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  /** Kept, refused, with a time of publication, with one of change, with a summary; authors of all items. */
  it.each([
    ['coindesk-2026-09-30.xml', [7, 0, 7, 0, 5, 11]],
    ['cointelegraph-2026-09-30.xml', [6, 0, 6, 6, 6, 6]],
    ['mit-complexNamespaceFeed.xml', [0, 1, 0, 0, 0, 0]],
    ['mit-compressed.xml', [10, 0, 10, 0, 10, 0]],
    ['mit-encoding.rss', [40, 0, 40, 0, 36, 0]],
    ['mit-guid-dupes.xml', [1, 0, 1, 0, 1, 0]],
    ['mit-heise.atom', [15, 0, 15, 15, 15, 15]],
    ['mit-iconv.xml', [10, 0, 10, 0, 10, 0]],
    ['mit-illegally-nested.xml', [10, 0, 10, 0, 10, 0]],
    ['mit-mediacontent-dupes.xml', [1, 0, 1, 0, 1, 0]],
    ['mit-nondefaultnamespace.atom', [1, 0, 0, 0, 1, 1]],
    ['mit-reddit-atom.rss', [24, 0, 24, 0, 24, 0]],
    ['mit-rss-with-relative-urls.xml', [2, 0, 2, 0, 2, 0]],
    ['mit-saxerror.xml', [3, 0, 0, 0, 3, 0]],
    ['mit-uolNoticias.rss', [15, 0, 0, 0, 11, 0]],
    ['newsapi-everything-bitcoin-2020-08-09.json', [20, 0, 20, 0, 20, 20]],
    ['newsapi-everything-bitcoin-2024-10.json', [13, 1, 13, 0, 12, 9]],
    ['reddit-atom-shape.xml', [1, 0, 1, 1, 1, 1]],
    ['theblock-decrypt-items.xml', [2, 0, 2, 0, 2, 0]],
    ['bad/18-no-guid-no-link.xml', [0, 1, 0, 0, 0, 0]],
    ['bad/19-bad-dates.xml', [10, 0, 4, 0, 0, 0]],
    ['bad/20-relative-links.xml', [2, 1, 1, 0, 0, 0]],
    ['bad/23-atom-xhtml-title.xml', [1, 0, 1, 1, 0, 0]],
    ['bad/24-atom-html-title.xml', [1, 0, 0, 1, 0, 0]],
    ['bad/26-dc-date-only.xml', [1, 0, 1, 0, 0, 0]],
    ['bad/27-numeric-title.xml', [3, 0, 3, 0, 0, 0]],
  ])('%s: what is known, null where it is not', (file, counts) => {
    const { items, refused, isCutOff } = read(file);
    const having = (field: 'publishedAt' | 'updatedAt' | 'summary') =>
      items.filter((item) => item[field] !== null).length;
    const dates = [having('publishedAt'), having('updatedAt')];
    const authors = items.flatMap((item) => item.authors).length;
    expect([items.length, refused.length, ...dates, having('summary'), authors]).toEqual(counts);
    expect(isCutOff).toBe(false);
  });

  it.each([
    ['mit-compressed.xml', '83159147f9'],
    ['mit-iconv.xml', '83159147f9'],
    ['mit-encoding.rss', '469ba23a83'],
    ['mit-uolNoticias.rss', '455d0e103c'],
    ['bad/03-bom.xml', '1471d8c7a9'],
    ['bad/04-leading-newline-before-decl.xml', '4334ffcf78'],
    ['bad/05-latin1-bytes-labelled-utf8.xml', '952f26a84a'],
    ['bad/06-utf8-bytes-labelled-latin1.xml', 'b09602bf3f'],
    ['bad/07-utf16le.xml', 'ee44b6c227'],
    ['bad/08-bare-ampersand.xml', '089eecc340'],
    ['bad/09-undefined-html-entities.xml', '7e8d4f01ee'],
    ['bad/10-double-escaped.xml', '61248ab6eb'],
    ['bad/11-html-in-title.xml', '700cc5a82c'],
    ['bad/12-cdata-entities.xml', 'b0ff4a0164'],
    ['bad/13-control-char.xml', '1af6fa4e37'],
    ['bad/14-unclosed-br.xml', '4b68ab3847'],
    ['bad/22-external-doctype.xml', '8b6ac4240e'],
    ['bad/23-atom-xhtml-title.xml', '003e55015d'],
    ['bad/24-atom-html-title.xml', '7c0766ff8b'],
    ['bad/25-uppercase-tags.xml', 'ada6d7a662'],
    ['bad/27-numeric-title.xml', '74d3be9116'],
    ['bad/28-whitespace-title.xml', 'efcf3eaf27'],
    ['bad/29-ndash-win1252-in-utf8.xml', 'dcb2f3e921'],
    ['bad/30-two-links-media-title.xml', '883361d5d6'],
  ])('%s: the right letters', (file, letters) => {
    expect(lettersOf(read(file))).toBe(letters);
  });

  it.each([
    ['bad/01-truncated-mid-item.xml', 2],
    ['bad/02-truncated-mid-cdata.xml', 1],
  ])('%s: its whole items', (file, whole) => {
    expect(read(file)).toMatchObject({ isCutOff: true, items: { length: whole }, refused: [] });
  });

  it.each([
    'bad/15-html-page.xml',
    'bad/16-empty.xml',
    'bad/17-json.xml',
    'bad/21-one-internal-entity.xml',
  ])('%s is no feed that is read', (file) => {
    expect(() => read(file)).toThrow(NewsFormatError);
  });

  it('every article of a feed cut at any tenth is one of the whole feed’s', () => {
    const bytes = readFileSync(`${DATA}coindesk-2026-09-30.xml`);
    const whole = new Map(read('coindesk-2026-09-30.xml').items.map((item) => [item.id, item]));
    let kept = 0;
    for (let tenth = 1; tenth < 10; tenth += 1) {
      const cut = readFeed(
        decodeDocument(bytes.subarray(0, (bytes.length * tenth) / 10), null),
        BASE,
      );
      for (const item of cut.items) expect(item).toEqual(whole.get(item.id));
      expect(cut.isCutOff).toBe(true);
      expect(cut.items.length).toBeGreaterThanOrEqual(kept);
      kept = cut.items.length;
    }
    expect(kept).toBe(6);
  });

  it.each([
    [
      'newsapi-everything-bitcoin-2020-08-09.json',
      'cs en en es en en en en vi en en en en en en en en es en en',
    ],
    ['newsapi-everything-bitcoin-2024-10.json', 'en '.repeat(13)],
    ['coindesk-2026-09-30.xml', 'en '.repeat(7)],
    ['cointelegraph-2026-09-30.xml', 'en '.repeat(6)],
    ['mit-iconv.xml', 'ru '.repeat(10)],
    ['mit-heise.atom', 'de '.repeat(15)],
    ['mit-encoding.rss', 'pt '.repeat(40)],
    ['mit-uolNoticias.rss', 'pt '.repeat(15)],
    ['mit-reddit-atom.rss', 'en '.repeat(24)],
  ])('%s: its languages', (file, languages) => {
    expect(languagesOf(read(file))).toEqual(languages.trim().split(' '));
  });

  it('no address holds what tracks its readers, and a link to a thread stays whole', () => {
    for (const file of [
      'cointelegraph-2026-09-30.xml',
      'theblock-decrypt-items.xml',
      'bad/01-truncated-mid-item.xml',
    ]) {
      for (const { url } of read(file).items) expect(url).not.toMatch(/utm_|[?&]$/);
    }
    expect(read('reddit-atom-shape.xml').items[0]).toMatchObject({
      url: expect.stringMatching(/\/comments\/\w+\/x\/$/),
      authors: [expect.stringMatching(/^u\//)],
      id: expect.stringMatching(/^t3_/),
    });
  });

  it('a change may be dated before the publication', () => {
    const { items } = read('cointelegraph-2026-09-30.xml');
    const before = items.filter(
      ({ publishedAt, updatedAt }) => (updatedAt ?? 0) < (publishedAt ?? 0),
    );
    expect(before).toHaveLength(1);
  });

  it('answers of the paid sources, and their errors', () => {
    const {
      coindesk_data_news_v1,
      cryptocompare_error_2025_12,
      cryptocompare_401_2026_09_01,
      ...other
    } = shapes();
    expect(readCoinDesk(coindesk_data_news_v1)).toMatchObject({
      items: { length: 1 },
      refused: [],
    });
    expect(() => readCoinDesk(cryptocompare_error_2025_12)).toThrow('without articles.');
    expect(() => readCoinDesk(cryptocompare_401_2026_09_01)).toThrow('API key required');
    expect(readX(other.x_recent_search)).toMatchObject({ items: { length: 1 }, refused: [] });
    expect(readX(other.x_recent_search_empty)).toMatchObject({ items: [], refused: [] });
    expect(() => readNewsApi(other.newsapi_429)).toThrow('too many requests');
    expect(() => readNewsApi(other.newsapi_426)).toThrow('too many results');
    expect(readCoinDesk(other.cryptocompare_v2_news).refused).toHaveLength(1);
  });

  it('an answer of one source is none of another', () => {
    for (const [name, body] of Object.entries(shapes())) {
      for (const reader of [readCoinDesk, readNewsApi, readX]) {
        try {
          expect(reader(body).items.length, name).toBeLessThanOrEqual(1);
        } catch (error) {
          expect(error, name).toBeInstanceOf(NewsFormatError);
        }
      }
    }
  });
});
