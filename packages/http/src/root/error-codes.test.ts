import { readFileSync } from 'node:fs';
import { ERROR_CODES } from '@tidemark/contracts/errors';
import { expect, test } from 'vitest';

test('the README lists every error code with its status, and no other', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const rows = [...readme.matchAll(/^\| `([A-Z_]+)` +\| (\d{3}) +\|/gm)];
  expect(Object.fromEntries(rows.map(([, code, status]) => [code, Number(status)]))).toEqual(
    ERROR_CODES,
  );
});
