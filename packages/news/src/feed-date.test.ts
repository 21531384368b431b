import { expect, it } from 'vitest';
import { parseFeedDate } from './feed-date.ts';

const TEN = Date.UTC(2026, 8, 30, 10);
const HOUR = 3_600_000;

it.each([
  ['Wed, 30 Sep 2026 10:00:00 +0000', TEN],
  ['Wed, 30 Sep 2026 10:00:00 GMT', TEN],
  ['30 Sep 2026 10:00 UT', TEN],
  ['Wed, 30 Sept 2026 10:00:00 Z', TEN],
  ['Wed, 30 September 2026 10:00:00 -0000', TEN],
  ['Mi, 30 Sep 2026 10:00:00 +0200', TEN - 2 * HOUR],
  ['Wed, 30 Sep 26 10:00:00 EST', TEN + 5 * HOUR],
  ['Wed, 30 Sep 2026 10:00 EDT', TEN + 4 * HOUR],
  ['Wed, 30 Sep 2026 10:00 CST', TEN + 6 * HOUR],
  ['Wed, 30 Sep 2026 10:00 CDT', TEN + 5 * HOUR],
  ['Wed, 30 Sep 2026 10:00 MST', TEN + 7 * HOUR],
  ['Wed, 30 Sep 2026 10:00 MDT', TEN + 6 * HOUR],
  ['Wed, 30 Sep 2026 10:00 PST', TEN + 8 * HOUR],
  ['Wed, 30 Sep 2026 10:00 PDT', TEN + 7 * HOUR],
  ['2026-09-30T10:00:00Z', TEN],
  ['2026-09-30T10:00:00.1239Z', TEN + 123],
  ['2026-09-30T10:00+02:00', TEN - 2 * HOUR],
  ['2026-09-30 10:00:00 +0530', TEN - 5.5 * HOUR],
  [' 2028-02-29T10:00:00Z\n', Date.UTC(2028, 1, 29, 10)],
])('%j is a moment', (text, time) => {
  expect(parseFeedDate(text)).toBe(time);
});

it.each([
  '2026-09-30 10:00:00',
  '2026-09-30T10:00:00',
  '2026-09-30',
  '30/09/2026',
  'Wed, 30 Sep 2026 10:00:00',
  'Wed, 30 Sep 2026 10:00:00 BST',
  'Wed, 30 Sep 2026 10:00:00 +1500',
  'Wed, 30 Sep 2026 10:00:00 +0060',
  'Wed, 31 Feb 2026 10:00:00 GMT',
  'Thu, 29 Feb 2027 10:00:00 GMT',
  '2026-13-01T10:00:00Z',
  '2026-00-01T10:00:00Z',
  '2026-09-30T24:00:00Z',
  '2026-09-30T10:60:00Z',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  'Wed, 31 Dec 2008 23:59:59 GMT',
  'Thu, 01 Jan 2009 00:00:00 +0100',
  'Seg, 24 Set 2018 19:42:40 -0300',
  '1790762400',
  'yesterday',
  '',
  ' '.repeat(100_000) + 'x',
])('%.60j is none for sure', (text) => {
  expect(parseFeedDate(text)).toBeNull();
});
