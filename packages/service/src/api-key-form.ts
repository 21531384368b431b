import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { API_KEY_PREFIX } from '@tidemark/contracts/api-key';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE = BigInt(DIGITS.length);
const SECRET_BYTES = 32;
/** 62^43 is just over 2^256. */
const SECRET_DIGITS = 43;
/** 62^6 is over 2^32. */
const CHECKSUM_DIGITS = 6;
const SHAPE = new RegExp(
  `^${API_KEY_PREFIX}[0-9A-Za-z]{${SECRET_DIGITS}}[0-9A-Za-z]{${CHECKSUM_DIGITS}}$`,
);

/**
 * A new API key: `tmk_`, 256 random bits in base 62 and the CRC-32 of all before it, in base 62. With the checksum a
 * scanner for leaked secrets, and the gateway, tell a key from text that looks like one without asking; it proves
 * nothing.
 */
export function makeApiKey(): string {
  const secret = inBase62(BigInt(`0x${randomBytes(SECRET_BYTES).toString('hex')}`), SECRET_DIGITS);
  const body = API_KEY_PREFIX + secret;
  return body + checksumOf(body);
}

/** Whether a text has the form of a key and its checksum is right. */
export function isApiKey(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const body = text.slice(0, -CHECKSUM_DIGITS);
  return text === body + checksumOf(body);
}

function checksumOf(body: string): string {
  return inBase62(BigInt(crc32(body)), CHECKSUM_DIGITS);
}

function inBase62(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; rest > 0n; rest /= BASE) text = DIGITS.charAt(Number(rest % BASE)) + text;
  return text.padStart(length, '0');
}
