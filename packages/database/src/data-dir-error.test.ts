import { expect, test } from 'vitest';
import { explainFatal, explainFsError } from './data-dir-error.ts';

const DIR = '/srv/tidemark';
const coded = (code: string, message = code) => Object.assign(new Error(message), { code });

test.each([
  ['EROFS', 'it is on a read-only file system'],
  ['EACCES', 'this user may not write there'],
  ['ENOTDIR', 'not a directory'],
  ['ENOSPC', 'the disk is full'],
])('%s is said in words, with the folder', (code, words) => {
  const { message } = explainFsError(coded(code), DIR);
  expect(message).toContain(DIR);
  expect(message).toContain(words);
  expect(message).not.toContain(code);
});

test('an unknown fault keeps its own words', () => {
  expect(explainFsError(new Error('odd'), DIR).message).toContain('odd');
});

test.each([
  ['a full disk by SQLSTATE', coded('53100', 'could not extend file')],
  [
    'a full disk by its words',
    new Error('PANIC:  could not write to file: No space left on device'),
  ],
  ['a folder that became read-only', new Error('could not open file: Read-only file system')],
  ['a panic', new Error('PANIC:  could not locate a valid checkpoint record')],
  ['an abort of the engine', new Error('Aborted(native code called abort())')],
])('%s is fatal', (_, error) => {
  expect(explainFatal(error, DIR)?.message).toContain(DIR);
});

test.each([
  ['a unique violation', coded('23505', 'duplicate key value')],
  ['a text that speaks of panic', coded('22P02', 'invalid input syntax: "PANIC"')],
])('%s is not', (_, error) => {
  expect(explainFatal(error, DIR)).toBeUndefined();
});
