import { randomInt } from 'node:crypto';
import { digestOf } from '../tokens/random-token.ts';

/** Crockford's base 32: no letter that looks like a digit. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
/** 24 digits are 120 bits: enough for a plain hash to keep them (OWASP ASVS 5.0, 6.5.2). */
const GROUPS = 4;
const GROUP_DIGITS = 6;
const SHAPE = new RegExp(`^[${DIGITS}]{${GROUPS * GROUP_DIGITS}}$`);
export const RECOVERY_CODES = 10;

/** New codes, such as `7k3vqn-0d5m8x-zp4t1c-9hs2we`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    Array.from({ length: GROUPS }, group).join('-'),
  );
}

/**
 * What is stored of a code: SHA-256, hex. Case, spaces and dashes do not matter, nor a letter that was read for a digit.
 * Null: no code has this form.
 */
export function hashOfRecoveryCode(code: string): string | null {
  const plain = plainOf(code);
  return SHAPE.test(plain) ? digestOf(plain) : null;
}

function plainOf(code: string): string {
  const digits = code.toLowerCase().replace(/[\s-]/g, '');
  return digits.replace(/o/g, '0').replace(/[il]/g, '1');
}

function group(): string {
  return Array.from({ length: GROUP_DIGITS }, () => DIGITS.charAt(randomInt(DIGITS.length))).join(
    '',
  );
}
