import { expect, it } from 'vitest';
import { NewsFormatError } from './news-item.ts';
import { readNewsApi } from './read-newsapi.ts';

const ARTICLE = {
  source: { id: null, name: 'Example' },
  author: 'someone@example.test (A. Author)',
  title: 'Example Chain launches',
  description: null,
  url: 'https://news.test/a?utm_source=x',
  urlToImage: 'https://news.test/a.png',
  publishedAt: '2026-09-30T10:00:00Z',
  content: 'Cut [+3043 chars]',
};

it('an article is read, and what it does not say is null', () => {
  expect(readNewsApi({ status: 'ok', totalResults: 1, articles: [ARTICLE] })).toEqual({
    items: [
      {
        id: 'https://news.test/a',
        url: 'https://news.test/a',
        title: 'Example Chain launches',
        summary: null,
        authors: ['A. Author'],
        publishedAt: Date.UTC(2026, 8, 30, 10),
        updatedAt: null,
        language: null,
      },
    ],
    refused: [],
    isCutOff: false,
    language: null,
  });
});

it('an article that does not fit is refused with its field and loses no other', () => {
  const articles = [
    { ...ARTICLE, title: 5 },
    null,
    { ...ARTICLE, url: undefined },
    { ...ARTICLE, title: '[Removed]', url: 'https://removed.com' },
    { ...ARTICLE, title: 'Gone', url: 'https://removed.com' },
    { ...ARTICLE, title: null, description: null },
    ARTICLE,
    { ...ARTICLE, url: `${ARTICLE.url}&fbclid=2` },
  ];
  const { items, refused } = readNewsApi({ status: 'ok', articles });
  expect(items).toHaveLength(1);
  expect(refused).toEqual([
    { at: 0, reason: expect.stringMatching(/^title: /) },
    { at: 1, reason: 'item: must be object' },
    { at: 2, reason: expect.stringContaining('url') },
    { at: 3, reason: 'title: its publisher has removed it' },
    { at: 4, reason: 'link: its publisher has removed it' },
    { at: 5, reason: expect.stringMatching(/^title: /) },
  ]);
});

it('at most 500 articles are read', () => {
  const articles = Array.from({ length: 600 }, (_, i) => ({ ...ARTICLE, title: `${i}` }));
  expect(readNewsApi({ status: 'ok', articles }).items).toHaveLength(500);
});

it('an error is told with its message', () => {
  const error = { status: 'error', code: 'rateLimited', message: 'Too many requests.' };
  expect(() => readNewsApi(error)).toThrow('NewsAPI answered without articles: Too many requests.');
  for (const body of [null, 5, 'x', [], {}, { status: 'ok' }, { articles: [] }]) {
    expect(() => readNewsApi(body)).toThrow(NewsFormatError);
  }
});
