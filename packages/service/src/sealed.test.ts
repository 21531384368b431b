import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InstanceSecret } from './instance-secret.ts';
import { seal, unseal } from './sealed.ts';

const secret = new InstanceSecret('a secret of the tests that is long enough');
const key = secret.derive('users/totp');

test('what was sealed is read back, by its owner alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.uuid(), fc.uuid(), (text, owner, other) => {
      fc.pre(owner !== other);
      const sealed = seal(key, text, owner);
      expect(unseal(key, sealed, owner)).toBe(text);
      expect(() => unseal(key, sealed, other)).toThrow();
    }),
  );
});

test('a changed byte is noticed, wherever it is', () => {
  const sealed = Buffer.from(seal(key, 'JBSWY3DPEHPK3PXP', 'ada'), 'base64url');
  for (let i = 0; i < sealed.length; i++) {
    const changed = Buffer.from(sealed);
    changed[i] = (changed[i] ?? 0) ^ 1;
    expect(() => unseal(key, changed.toString('base64url'), 'ada')).toThrow();
  }
});

test('each purpose has a key of its own', () => {
  expect(secret.derive('users/signing')).not.toEqual(key);
  expect(secret.derive('users/totp')).toEqual(key);
  expect(new InstanceSecret('another secret').derive('users/totp')).not.toEqual(key);
});
