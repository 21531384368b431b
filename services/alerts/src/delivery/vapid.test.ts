import { expect, test } from 'vitest';
import { vapidAuthorization, vapidKeys } from './vapid.ts';

const subject = 'https://tidemark.example';

test('every pair has its full length, those with leading zeros too', () => {
  for (let pair = 0; pair < 600; pair += 1) {
    const { publicKey, privateKey } = vapidKeys();
    expect(Buffer.from(publicKey, 'base64url')).toHaveLength(65);
    expect(Buffer.from(privateKey, 'base64url')).toHaveLength(32);
  }
});

test('keys that are no pair are refused', async () => {
  const vapid = { publicKey: vapidKeys().publicKey, privateKey: 'c2hvcnQ', subject };
  await expect(vapidAuthorization(vapid, 'https://push.example/1', 0)).rejects.toThrow();
});
