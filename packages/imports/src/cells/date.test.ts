import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderOf, readDate, type DateOrder } from './date.ts';
import { instantIn, readZone, zoneName, zoneWithin, type Zone } from './zone.ts';

function read(text: string, order: DateOrder | null = null, zone: Zone = 0): string | null {
  const date = readDate(text, { order, zone });
  return date === null ? null : new Date(date.time).toISOString();
}

describe('a date in a cell', () => {
  it.each([
    ['2021-01-05 02:37:59', '2021-01-05T02:37:59.000Z'],
    ['2020-02-14T10:51:39Z', '2020-02-14T10:51:39.000Z'],
    ['2025-01-04 07:12:27 UTC', '2025-01-04T07:12:27.000Z'],
    ['2018-01-01 14:25 UTC', '2018-01-01T14:25:00.000Z'],
    ['2019-07-29 12:04:41.1451', '2019-07-29T12:04:41.145Z'],
    ['2025-05-05T09:22:18+02:00', '2025-05-05T07:22:18.000Z'],
    ['2023-06-02 16:06:47-04:00', '2023-06-02T20:06:47.000Z'],
    ['2018-12-01 22:00:00 +0000', '2018-12-01T22:00:00.000Z'],
    ['2020-03-11T19:59:23+00', '2020-03-11T19:59:23.000Z'],
    ['2020/09/29 17:55:30', '2020-09-29T17:55:30.000Z'],
    ['Feb. 14, 2019, 03:32 PM', '2019-02-14T15:32:00.000Z'],
    ['June 15, 2021 5:25 PM', '2021-06-15T17:25:00.000Z'],
    ['Jan 2, 2025, 12:42:51 AM', '2025-01-02T00:42:51.000Z'],
    ['13 Apr 2021, 09:54:54', '2021-04-13T09:54:54.000Z'],
    ['Tue May 26 2020 18:06:28 GMT+0000', '2020-05-26T18:06:28.000Z'],
    ['1694766966', '2023-09-15T08:36:06.000Z'],
    ['1658912400000', '2022-07-27T09:00:00.000Z'],
    ['20230403;095853', '2023-04-03T09:58:53.000Z'],
    ['30.01.2018 15:20:25', '2018-01-30T15:20:25.000Z'],
    ['1.2.2018', '2018-02-01T00:00:00.000Z'],
    ['1/24/2020, 5:48:15 PM', '2020-01-24T17:48:15.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '5/9/2017 21:14',
    '04-02-20 16:52:06',
    '23-08-06 02:34:03',
    '2021-02-30 00:00:00',
    '2021-01-05 24:00:00',
    '2021-13-01',
    '13:00',
    'yesterday',
    '',
    '2021-01-05 02:37:59 XST',
    '12/31/1899',
  ])('%s alone says no moment', (text) => {
    expect(read(text)).toBeNull();
  });

  it('of two digits each is read in the order that the venue writes', () => {
    expect(read('04-02-20 16:52:06', 'DMY')).toBe('2020-02-04T16:52:06.000Z');
    expect(read('23-08-06 02:34:03', 'YMD', -360)).toBe('2023-08-06T08:34:03.000Z');
    expect(read('2/14/19 15:01', 'MDY')).toBe('2019-02-14T15:01:00.000Z');
    expect(read('12-20-20 16:52:06', 'DMY')).toBeNull();
    expect(orderOf('13/02/2020')).toBe('DMY');
    expect(orderOf('02/13/2020')).toBe('MDY');
    expect(orderOf('02/03/2020')).toBeNull();
  });

  it('is read back to the ms, in any zone', () => {
    const moment = fc.date({
      min: new Date('2010-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, fc.integer({ min: -840, max: 840 }), (date, zone) => {
        const local = new Date(date.getTime() + zone * 60_000)
          .toISOString()
          .replace('T', ' ')
          .replace('Z', '');
        expect(readDate(local, { zone, order: null })?.time).toBe(date.getTime());
      }),
    );
  });
});

describe('a zone', () => {
  it.each([
    ['Binance-Transaction-History-202603230400(UTC--6)_abcd.csv', 'UTC-06:00'],
    ['History(UTC+9)-part1-of1.csv', 'UTC+09:00'],
    ['Filled Time(UTC+02:00)', 'UTC+02:00'],
    ['Date (+01)', 'UTC+01:00'],
    ['UTC_Time', 'UTC'],
    ['Date(UTC)', 'UTC'],
    ['utcDate', 'UTC'],
  ])('stands in %s', (text, expected) => {
    const zone = zoneWithin(text);
    expect(zone === null ? null : zoneName(zone)).toBe(expected);
  });

  it('stands not in what only looks like one', () => {
    for (const text of ['Time', 'Product', 'report (3).csv', 'a(1)-2.csv', 'outcome'])
      expect(zoneWithin(text)).toBeNull();
    for (const text of ['Mars/Phobos', '+25:00', 'EST5', '']) expect(readZone(text)).toBeNull();
  });

  it('by name knows summer, and refuses the hours that stand twice or never', () => {
    const at = (text: string) => instantIn('Europe/Amsterdam', Date.parse(`${text}Z`));
    expect(at('2023-11-30T11:37:41')).toBe(Date.parse('2023-11-30T10:37:41Z'));
    expect(at('2023-05-19T11:10:52')).toBe(Date.parse('2023-05-19T09:10:52Z'));
    expect(at('2023-10-29T02:30:00')).toBeNull();
    expect(at('2023-03-26T02:30:00')).toBeNull();
    expect(at('2023-03-26T03:00:00')).toBe(Date.parse('2023-03-26T01:00:00Z'));
  });
});
