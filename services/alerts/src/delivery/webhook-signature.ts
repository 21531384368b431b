import { createHmac, randomBytes } from 'node:crypto';

/** Before a secret's bytes, base64. */
const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** A new secret, as Standard Webhooks writes it. */
export function webhookSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64');
}

export interface Signed {
  /** Of the message, the same at each try; without a `.`. */
  id: string;
  /** When it is sent, epoch ms. */
  at: number;
  body: string;
  /** As {@link webhookSecret} makes it. */
  secret: string;
}

/** Headers by which a receiver knows who sent a body, and when: https://www.standardwebhooks.com, symmetric. */
export function signatureHeaders({ id, at, body, secret }: Signed): Record<string, string> {
  const timestamp = Math.floor(at / 1_000);
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature.digest('base64')}`,
  };
}
