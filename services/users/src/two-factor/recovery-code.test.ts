import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-code.ts';

test('ten codes, none twice, each within what a sign-in takes', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes)
    expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{6}-){3}[0-9a-hjkmnp-tv-z]{6}$/);
});

test('case, spaces, dashes and look-alike letters do not matter', () => {
  const [code = ''] = newRecoveryCodes();
  const hash = hashOfRecoveryCode(code);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  const ways = [
    code.toUpperCase(),
    code.replaceAll('-', ''),
    code.replaceAll('-', ' '),
    ` ${code} `,
    code.replaceAll('0', 'O').replaceAll('1', 'l'),
    code.replaceAll('1', 'I'),
  ];
  for (const way of ways) expect(hashOfRecoveryCode(way)).toBe(hash);
});

test('another code has another hash', () => {
  const [a = '', b = ''] = newRecoveryCodes();
  expect(hashOfRecoveryCode(a)).not.toBe(hashOfRecoveryCode(b));
});

test('what has not the form of a code has no hash', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 23 }), (text) => {
      expect(hashOfRecoveryCode(text)).toBeNull();
    }),
  );
});
