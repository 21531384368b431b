import { expect, test } from 'vitest';
import { etagOf, TAGS, wantedVersions } from './if-match.ts';

test.each([
  ['"3"', [3]],
  ['"1" ,"2"', [1, 2]],
  ['*', null],
  ['W/"3"', []],
  ['"03x"', []],
  ['""', []],
  ['"2147483648"', []],
])('%s stands for %j', (header, versions) => {
  expect(header).toMatch(new RegExp(TAGS));
  expect(wantedVersions(header)).toEqual(versions);
});

test.each(['3', '', '"3', 'W/3', '"1" "2"', '*, "1"', '"a"b"', "'3'", '"1",', '"a b"'])(
  '%j is no list of tags',
  (header) => {
    expect(header).not.toMatch(new RegExp(TAGS));
  },
);

test('the tag of a version stands for it', () => {
  expect(wantedVersions(etagOf({ version: 17 }))).toEqual([17]);
});
