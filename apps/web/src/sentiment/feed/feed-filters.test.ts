import { expect, test } from 'vitest';
import { filtersOf, newsPath, NO_FILTERS } from './feed-filters.ts';

const read = (search: string) => filtersOf(new URLSearchParams(search));

test('an address says what is shown, and what the service would refuse says nothing', () => {
  expect(read('coin=ethereum&label=negative&source=the-block&language=de')).toEqual({
    coin: 'ethereum',
    label: 'negative',
    source: 'the-block',
    language: 'de',
  });
  expect(read('coin=../x&label=awful&source=A%20B&language=german')).toEqual(NO_FILTERS);
  expect(read('')).toEqual(NO_FILTERS);
});

test('the list can be about all coins while the page is about one', () => {
  expect(read('coin=ethereum&about=all').coin).toBeNull();
});

test('a query names the filters that are set, and no others', () => {
  expect(newsPath({ ...NO_FILTERS, limit: 20 })).toBe('news?limit=20');
  const filters = { coin: 'bitcoin', label: 'positive', source: 'wire', language: 'en' } as const;
  expect(newsPath({ ...filters, limit: 5, cursor: 'a=b' })).toBe(
    'news/bitcoin?label=positive&source_id=wire&language=en&limit=5&cursor=a%3Db',
  );
});
