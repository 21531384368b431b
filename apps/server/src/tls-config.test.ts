import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConfigError } from '@tidemark/config/load-config';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCertificate } from '../tests/support/certificate.ts';
import { readConfiguration } from './server-config.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-tls-config-'));
  const { cert, key } = makeCertificate();
  const files = { cert, key, other: makeCertificate().key };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

function faultsOf(given: Record<string, string>): readonly string[] {
  const env = Object.entries(given).map(([name, value]) => [
    name,
    name.endsWith('_FILE') ? join(folder, value) : value,
  ]);
  try {
    readConfiguration([], Object.fromEntries(env) as Record<string, string>);
    return [];
  } catch (error) {
    return (error as ConfigError).faults;
  }
}

test('a certificate and its key may be given, and where plain HTTP is sent on from', () => {
  const files = { TLS_CERT_FILE: 'cert', TLS_KEY_FILE: 'key' };
  expect(faultsOf(files)).toEqual([]);
  expect(faultsOf({ ...files, HTTP_REDIRECT_PORT: '8080' })).toEqual([]);
});

test.each([
  [{ TLS_CERT_FILE: 'cert' }, 'TLS_CERT_FILE is set and TLS_KEY_FILE is not'],
  [{ TLS_KEY_FILE: 'key' }, 'TLS_KEY_FILE is set and TLS_CERT_FILE is not'],
  [{ HTTP_REDIRECT_PORT: '8080' }, 'HTTP_REDIRECT_PORT is set, and nothing speaks TLS'],
  [{ TLS_CERT_FILE: 'none', TLS_KEY_FILE: 'key' }, 'cannot be read: there is no such file'],
  [{ TLS_CERT_FILE: '.', TLS_KEY_FILE: 'key' }, 'cannot be read: it is a folder'],
  [{ TLS_CERT_FILE: 'key', TLS_KEY_FILE: 'key' }, 'has no certificate in PEM'],
  [{ TLS_CERT_FILE: 'cert', TLS_KEY_FILE: 'cert' }, 'has no key in PEM without a passphrase'],
  [{ TLS_CERT_FILE: 'cert', TLS_KEY_FILE: 'other' }, 'is not the key of the certificate'],
])('%j stops the start, saying why and nothing of what is in the files', (given, words) => {
  const faults = faultsOf(given);
  expect(faults).toEqual([expect.stringContaining(words)]);
  expect(String(faults)).not.toContain('PRIVATE');
});

test.each([
  ['CORS_ORIGINS', '*'],
  ['CORS_ORIGINS', 'https://*.example'],
  ['CORS_ORIGINS', 'https://a.example/path'],
  ['CORS_ORIGINS', 'a.example'],
  ['TRUSTED_PROXIES', 'proxy.example'],
  ['TRUSTED_PROXIES', '0.0.0.0/0'],
  ['TRUSTED_PROXIES', '::/0'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', '10.0.0/8'],
])('%s=%s is refused', (name, value) => {
  expect(faultsOf({ [name]: value })).toEqual([expect.stringContaining(name)]);
});

test('origins and proxies may be several', () => {
  const env = {
    CORS_ORIGINS: 'https://a.example,http://localhost:3000/',
    TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8, 2001:db8::/32, ::1',
  };
  expect(faultsOf(env)).toEqual([]);
});
