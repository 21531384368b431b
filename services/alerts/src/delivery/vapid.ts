import { generateKeyPairSync } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';

/** How push services know who sends: https://www.rfc-editor.org/rfc/rfc8292 */
export interface VapidKeys {
  /** A point of P-256, uncompressed, base64url: what browsers subscribe with. */
  publicKey: string;
  /** 32 bytes, base64url. */
  privateKey: string;
}

export interface Vapid extends VapidKeys {
  /** `mailto:` or `https:`, by which a push service reaches whoever runs this. */
  subject: string;
}

/** A push service refuses what is good for more than 24 hours. */
const GOOD_FOR_S = 12 * 3_600;
const COORDINATE_BYTES = 32;
/** First byte of an uncompressed point. */
const UNCOMPRESSED = 4;

/** A new pair. */
export function vapidKeys(): VapidKeys {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  // A JWK has coordinates of full length, where ECDH leaves out leading zeros.
  const { x = '', y = '', d = '' } = privateKey.export({ format: 'jwk' });
  const point = [Buffer.of(UNCOMPRESSED), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
  return { publicKey: Buffer.concat(point).toString('base64url'), privateKey: d };
}

/**
 * The `Authorization` of a request to a push service.
 * @param endpoint of the subscription
 * @param now epoch ms
 * @throws Error where the keys are no pair of P-256
 */
export async function vapidAuthorization(
  { publicKey, privateKey, subject }: Vapid,
  endpoint: string,
  now: number,
): Promise<string> {
  const point = Buffer.from(publicKey, 'base64url');
  const x = point.subarray(1, 1 + COORDINATE_BYTES).toString('base64url');
  const y = point.subarray(1 + COORDINATE_BYTES).toString('base64url');
  const key = await importJWK({ kty: 'EC', crv: 'P-256', x, y, d: privateKey }, 'ES256');
  const token = await new SignJWT()
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
    .setAudience(new URL(endpoint).origin)
    .setExpirationTime(Math.floor(now / 1_000) + GOOD_FOR_S)
    .setSubject(subject)
    .sign(key);
  return `vapid t=${token}, k=${publicKey}`;
}
