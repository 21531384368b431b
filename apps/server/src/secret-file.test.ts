import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { instanceSecretIn } from './secret-file.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tidemark-secret-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

test('a secret is made once, for this user alone', () => {
  const secret = instanceSecretIn(dir);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(instanceSecretIn(dir)).toBe(secret);
  expect(statSync(join(dir, 'instance.secret')).mode & 0o777).toBe(0o600);
});

test('another folder has another secret', () => {
  const other = mkdtempSync(join(tmpdir(), 'tidemark-secret-'));
  expect(instanceSecretIn(other)).not.toBe(instanceSecretIn(dir));
  rmSync(other, { recursive: true });
});

test.each(['', '\n', 'short'])('a file that holds %j is refused, not used', (text) => {
  writeFileSync(join(dir, 'instance.secret'), text);
  expect(() => instanceSecretIn(dir)).toThrow(/instance\.secret is shorter than 32 characters/);
});

test('what a crash left unfinished is no secret', () => {
  writeFileSync(join(dir, 'instance.secret.new'), 'abc');
  expect(instanceSecretIn(dir)).toMatch(/^[0-9a-f]{64}$/);
});
