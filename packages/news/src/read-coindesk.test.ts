import { expect, it } from 'vitest';
import { NewsFormatError } from './news-item.ts';
import { readCoinDesk } from './read-coindesk.ts';

const ARTICLE = {
  TYPE: '121',
  ID: 7,
  GUID: 'https://news.test/?p=1',
  PUBLISHED_ON: 1_790_000_000,
  TITLE: 'Example &amp; Co raises',
  SUBTITLE: null,
  AUTHORS: 'A. Author, B. Author',
  URL: 'https://news.test/1',
  BODY: 'Whole text',
  LANG: 'EN',
  SENTIMENT: 'POSITIVE',
  UPDATED_ON: null,
};

it('an article is read, seconds as milliseconds', () => {
  const { items, refused } = readCoinDesk({ Data: [ARTICLE], Err: {} });
  expect(refused).toEqual([]);
  expect(items).toEqual([
    {
      id: 'https://news.test/?p=1',
      url: 'https://news.test/1',
      title: 'Example & Co raises',
      summary: 'Whole text',
      authors: ['A. Author', 'B. Author'],
      publishedAt: 1_790_000_000_000,
      updatedAt: null,
      language: 'en',
    },
  ]);
});

it('an article that does not fit is refused with its field', () => {
  const list = [
    { ...ARTICLE, PUBLISHED_ON: 1_790_000_000_000 },
    { ...ARTICLE, TITLE: null },
    { id: '1', title: 'lower case', url: 'https://news.test/2' },
    { ...ARTICLE, GUID: null, UPDATED_ON: 1_790_000_100 },
  ];
  const { items, refused } = readCoinDesk({ Data: list });
  expect(items.map(({ id, updatedAt }) => [id, updatedAt])).toEqual([['7', 1_790_000_100_000]]);
  expect(refused.map(({ at, reason }) => [at, reason.split(':')[0]])).toEqual([
    [0, 'PUBLISHED_ON'],
    [1, 'TITLE'],
    [2, 'item'],
  ]);
});

it('an answer without a list is an error, with their message where it has one', () => {
  const told = (body: unknown) => () => readCoinDesk(body);
  expect(told({ Err: { message: 'API key required' } })).toThrow('articles: API key required');
  expect(told({ Response: 'Error', Message: 'No more', Data: {} })).toThrow('articles: No more');
  expect(told({ Response: 'Error', Data: {} })).toThrow('CoinDesk answered without articles.');
  for (const body of [null, undefined, [], 'x', { Data: null }, { __proto__: { Data: [] } }]) {
    expect(told(body)).toThrow(NewsFormatError);
  }
});
