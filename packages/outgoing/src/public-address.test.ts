import { expect, test } from 'vitest';
import { isPublicAddress, publicLookup, refusePrivateHost } from './public-address.ts';

test.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946', '[2606:4700::1111]'])(
  '%s is public',
  (address) => expect(isPublicAddress(address)).toBe(true),
);

test.each([
  ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
  ...[
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
  ],
  ...['64:ff9b::a00:1', '2002:a00:1::', 'no address'],
])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false));

test('a host written as a private address is refused, in every way of writing it', () => {
  for (const url of [
    'http://127.1/',
    'http://0x7f.0.0.1/',
    'http://2130706433/',
    'http://[::1]/',
  ]) {
    expect(() => refusePrivateHost(new URL(url))).toThrow('is an address of this machine');
  }
  expect(() => refusePrivateHost(new URL('https://news.example/'))).not.toThrow();
});

test('a name of this machine alone is not found', async () => {
  const said = await new Promise<unknown>((resolve) => {
    publicLookup('localhost', { all: true }, (error, found) => resolve(error ?? found));
  });
  expect(said).toBeInstanceOf(Error);
});
