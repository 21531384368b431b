import { createCipheriv, createECDH, hkdfSync, randomBytes, type ECDH } from 'node:crypto';

/** What a subscription is encrypted for, base64url. */
export interface SubscriptionKeys {
  p256dh: string;
  auth: string;
}

/** What is new for each message; a test gives those of the RFC. */
export interface OneTime {
  /** Of P-256, with keys. */
  ecdh: ECDH;
  /** 16 bytes. */
  salt: Buffer;
}

const RECORD_BYTES = 4_096;
const SALT_BYTES = 16;
/** Ends the last record's text. */
const LAST_RECORD = 2;

/**
 * A body as `aes128gcm` for one subscription, in one record (RFC 8291 and 8188).
 * @param plain at most 3,993 bytes
 * @throws Error where the subscription's key is no point of P-256
 */
export function encrypted(
  plain: Buffer,
  { p256dh, auth }: SubscriptionKeys,
  { ecdh, salt }: OneTime = oneTime(),
): Buffer {
  const theirs = Buffer.from(p256dh, 'base64url');
  const ours = ecdh.getPublicKey();
  const about = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours]);
  const secret = derived(ecdh.computeSecret(theirs), Buffer.from(auth, 'base64url'), about, 32);
  const key = derived(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derived(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  const text = cipher.update(Buffer.concat([plain, Buffer.of(LAST_RECORD)]));
  return Buffer.concat([header(salt, ours), text, cipher.final(), cipher.getAuthTag()]);
}

function oneTime(): OneTime {
  const ecdh = createECDH('prime256v1');
  ecdh.generateKeys();
  return { ecdh, salt: randomBytes(SALT_BYTES) };
}

/** HKDF with SHA-256 (RFC 5869). */
function derived(secret: Buffer, salt: Buffer, about: Buffer, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, about, bytes));
}

function header(salt: Buffer, publicKey: Buffer): Buffer {
  const sizes = Buffer.alloc(5);
  sizes.writeUInt32BE(RECORD_BYTES, 0);
  sizes.writeUInt8(publicKey.length, 4);
  return Buffer.concat([salt, sizes, publicKey]);
}
