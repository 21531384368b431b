import { createECDH, randomBytes } from 'node:crypto';
// @ts-expect-error it comes without types
import ece from 'http_ece';

const ecdh = createECDH('prime256v1');
const p256dh = ecdh.generateKeys('base64url', 'uncompressed');
const auth = randomBytes(16).toString('base64url');

/** A subscription of a browser that a test plays. */
export const SUBSCRIPTION = {
  keys: { p256dh, auth },
  /** What the browser reads. Throws where the body is not for it. */
  read: (body: Buffer): unknown => {
    const params = { version: 'aes128gcm', privateKey: ecdh, authSecret: auth };
    return JSON.parse((ece.decrypt(body, params) as Buffer).toString());
  },
};
