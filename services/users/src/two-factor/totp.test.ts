import fc from 'fast-check';
import { generateSync } from 'otplib';
import { expect, test } from 'vitest';
import { isTotp, newSeed, otpauthUrl, stepOf } from './totp.ts';

/** `12345678901234567890`, the seed of RFC 6238's test vectors. */
const RFC_SEED = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
])('RFC 6238, appendix B: at %i s the code is %s', (seconds, code) => {
  expect(stepOf(RFC_SEED, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
});

test('a code counts in its own step and the two beside it, and in no other', () => {
  const time = fc.integer({ min: 1_000, max: 4_000_000_000 });
  fc.assert(
    fc.property(time, fc.integer({ min: -5, max: 5 }), (seconds, apart) => {
      const seed = newSeed();
      const code = generateSync({ secret: seed, epoch: seconds + apart * 30 });
      const step = Math.floor(seconds / 30) + apart;
      const found = stepOf(seed, code, seconds * 1000);
      if (Math.abs(apart) <= 1) expect(found).toBe(step);
      else expect(found).not.toBe(step);
    }),
  );
});

test('only six digits have the form of a code', () => {
  expect(isTotp('012345')).toBe(true);
  for (const text of ['', '12345', '1234567', '12345a', '١٢٣٤٥٦', '123456\n']) {
    expect(isTotp(text)).toBe(false);
  }
});

test('the address for authenticators names the account, whatever is in its name', () => {
  const url = new URL(otpauthUrl(RFC_SEED, 'a.b-c_d'));
  expect(url.protocol).toBe('otpauth:');
  expect(url.searchParams.get('secret')).toBe(RFC_SEED);
  expect(url.searchParams.get('issuer')).toBe('Tidemark');
  expect(decodeURIComponent(url.pathname)).toContain('Tidemark:a.b-c_d');
});
