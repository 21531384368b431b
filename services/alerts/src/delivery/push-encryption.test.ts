import { createECDH } from 'node:crypto';
import { expect, test } from 'vitest';
import { encrypted } from './push-encryption.ts';

/** RFC 8291, appendix A. */
const RFC = {
  text: 'When I grow up, I want to be a watermelon',
  ours: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  salt: 'DGv6ra1nlYgDCS1FRnbzlw',
  body:
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml' +
    'mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT' +
    'pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
};

test('a body is encrypted as the RFC does it', () => {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(RFC.ours, 'base64url');
  const salt = Buffer.from(RFC.salt, 'base64url');
  const body = encrypted(Buffer.from(RFC.text), RFC, { ecdh, salt });
  expect(body.toString('base64url')).toBe(RFC.body);
});

test('the same text is never the same body', () => {
  const bodies = [1, 2].map(() => encrypted(Buffer.from('Good day.'), RFC).toString('base64url'));
  expect(bodies[0]).not.toBe(bodies[1]);
});

test('a key that is no point of the curve is refused', () => {
  const p256dh = Buffer.alloc(65, 4).toString('base64url');
  expect(() => encrypted(Buffer.from('Good day.'), { ...RFC, p256dh })).toThrow();
});
