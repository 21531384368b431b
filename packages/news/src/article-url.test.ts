import { expect, it } from 'vitest';
import { articleUrl } from './article-url.ts';

it.each([
  ['https://News.Test:443/a#comments', 'https://news.test/a'],
  ['http://news.test:80/#!/a', 'http://news.test/#!/a'],
  ['https://me:secret@news.test/a', 'https://news.test/a'],
  ['https://news.test/a?utm_source=rss&utm_medium=rss', 'https://news.test/a'],
  ['https://news.test/a?b=2&UTM_Campaign=x&a=%20c&fbclid=1', 'https://news.test/a?b=2&a=%20c'],
  ['https://news.test/a?x=1&amp;utm_source=rss', 'https://news.test/a?x=1'],
  ['https://news.test/a?utm_medium=rss%3F_nocache%3D175', 'https://news.test/a'],
  ['https://news.test/?p=5?utm_source=rss', 'https://news.test/?p=5'],
  ['https://news.test/?p=5%3F_nocache%3D175&q=1', 'https://news.test/?p=5&q=1'],
  ['https://news.test/?q=who?&preference=1', 'https://news.test/?q=who?&preference=1'],
  ['/a', 'https://base.test/a'],
  ['//news.test/b', 'https://news.test/b'],
  ['  https://news.test/tecnología \n', 'https://news.test/tecnolog%C3%ADa'],
])('%j is %j', (raw, url) => {
  expect(articleUrl(raw, 'https://base.test/rss')).toBe(url);
});

it('what no reader can open is none', () => {
  for (const raw of [
    '',
    ' ',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.test/',
    'http://',
  ]) {
    expect(articleUrl(raw, 'https://base.test/')).toBeNull();
  }
  expect(articleUrl('/a', '')).toBeNull();
  expect(articleUrl('/a', 'no base')).toBeNull();
});

it('an address is at most 2,048 characters', () => {
  const short = `https://news.test/${'a'.repeat(2030)}`;
  expect(articleUrl(short, '')).toBe(short);
  expect(articleUrl(`${short}a`, '')).toBeNull();
  expect(articleUrl(`https://news.test/?utm_source=${'a'.repeat(3000)}`, '')).toBe(
    'https://news.test/',
  );
});

it('an address twice cleaned is the same', () => {
  const once = articleUrl('https://A.test/?b=1&utm_id=2&c=3?utm_term=x#y', '') ?? '';
  expect(articleUrl(once, '')).toBe(once);
});
