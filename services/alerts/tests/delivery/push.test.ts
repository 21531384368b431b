import { importJWK, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { deliveryRig, MESSAGE, VAPID } from './support/delivery-rig.ts';
import { SUBSCRIPTION } from './support/subscription.ts';

const rig = deliveryRig();

function channel(keys = SUBSCRIPTION.keys) {
  const endpoint = `${rig.receiver.origin}/push/abcdefghijkl`;
  return { kind: 'push', settings: { endpoint, keys } } as const;
}

/** A key as a push service reads it of `k=`. */
function publicKeyOf(point: string) {
  const bytes = Buffer.from(point, 'base64url');
  const [x, y] = [bytes.subarray(1, 33), bytes.subarray(33)].map((part) =>
    part.toString('base64url'),
  );
  return importJWK({ kty: 'EC', crv: 'P-256', x: x!, y: y! }, 'ES256');
}

test('the browser reads what was sent, and the push service brings it at once or within a day', async () => {
  rig.receiver.answer(201);
  const text = 'Grüße "\\" 👋';
  expect(await rig.send(channel(), { text, test: true })).toMatchObject({ ok: true });
  const [{ headers, body }] = rig.receiver.received as [(typeof rig.receiver.received)[0]];
  expect(SUBSCRIPTION.read(body)).toMatchObject({
    title: `[test] ${MESSAGE.title}`,
    text,
    url: MESSAGE.url,
    test: true,
  });
  expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400', urgency: 'high' });
  expect(headers.topic).toMatch(/^[\w-]{32}$/);
});

test('a push service knows by VAPID who sends, for its own origin and at most a day', async () => {
  await rig.send(channel());
  const { authorization } = rig.receiver.received[0]!.headers;
  const [, token, key] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(authorization ?? '') ?? [];
  expect(key).toBe(VAPID.publicKey);
  const { payload, protectedHeader } = await jwtVerify(token!, await publicKeyOf(key!), {
    audience: rig.receiver.origin,
    subject: VAPID.subject,
    algorithms: ['ES256'],
  });
  expect(protectedHeader).toEqual({ alg: 'ES256', typ: 'JWT' });
  const hours = (payload.exp! - Date.now() / 1_000) / 3_600;
  expect(hours).toBeGreaterThan(1);
  expect(hours).toBeLessThan(24);
});

test('what is sent again takes the place of the first, and is encrypted anew', async () => {
  await rig.send(channel());
  await rig.send(channel());
  await rig.send(channel(), { firing_id: 'another' });
  const [first, again, another] = rig.receiver.received;
  expect(again?.headers.topic).toBe(first?.headers.topic);
  expect(another?.headers.topic).not.toBe(first?.headers.topic);
  expect(again?.body.equals(first!.body)).toBe(false);
});

test('the longest message is no longer than push services take', async () => {
  const long = '"'.repeat(5_000);
  await rig.send(channel(), { title: long, text: long });
  const { body } = rig.receiver.received[0]!;
  expect(body.byteLength).toBeLessThanOrEqual(4_096);
  expect(SUBSCRIPTION.read(body)).toMatchObject({ url: MESSAGE.url });
});

test.each([404, 410])('after %i the subscription is over', async (status) => {
  rig.receiver.answer(status);
  expect(await rig.send(channel())).toMatchObject({ ok: false, permanent: true, gone: true });
});

test.each([
  [403, true],
  [413, true],
  [429, false],
  [503, false],
])('after %i it is not over', async (status, permanent) => {
  rig.receiver.answer(status);
  const outcome = await rig.send(channel());
  expect(outcome).toMatchObject({ ok: false, permanent });
  expect(outcome).not.toHaveProperty('gone');
});

test('a key that is no point of the curve is refused for good', async () => {
  const p256dh = Buffer.alloc(65, 4).toString('base64url');
  const outcome = await rig.send(channel({ ...SUBSCRIPTION.keys, p256dh }));
  expect(outcome).toMatchObject({ ok: false, permanent: true });
  expect(rig.receiver.received).toEqual([]);
});
