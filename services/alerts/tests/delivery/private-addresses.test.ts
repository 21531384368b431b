import type { LookupFunction } from 'node:net';
import { expect, test } from 'vitest';
import { webhookSecret } from '../../src/delivery/webhook-signature.ts';
import { deliveryRig } from './support/delivery-rig.ts';
import { SUBSCRIPTION } from './support/subscription.ts';

const rig = deliveryRig();
const secret = webhookSecret();
const strangers = { mayBePrivate: false };
const REFUSED = {
  ok: false,
  permanent: true,
  answer: expect.stringContaining('is an address of this machine or its network'),
};

/** Finds loopback for every name. */
const leadingHome: LookupFunction = (_host, options, callback) => {
  if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};

test.each(['http://169.254.10.20/', 'http://[::1]/', 'http://127.0.0.1/', 'http://192.168.1.1/'])(
  'a webhook and a push to %s are refused',
  async (url) => {
    const webhook = { kind: 'webhook', settings: { url, template: 'slack' }, secret } as const;
    expect(await rig.send(webhook, {}, strangers)).toMatchObject(REFUSED);
    const push = { kind: 'push', settings: { endpoint: url, keys: SUBSCRIPTION.keys } } as const;
    expect(await rig.send(push, {}, strangers)).toMatchObject(REFUSED);
  },
);

test('a name that leads to this machine is refused, and nothing is sent there', async () => {
  const url = rig.receiver.origin.replace('127.0.0.1', 'innocent.example');
  const webhook = { kind: 'webhook', settings: { url, template: 'tidemark' }, secret } as const;
  const parts = { ...strangers, lookup: leadingHome };
  expect(await rig.send(webhook, {}, parts)).toMatchObject(REFUSED);
  expect(rig.receiver.received).toEqual([]);
  expect(await rig.send(webhook, {}, { lookup: leadingHome })).toMatchObject({ ok: true });
});

test('this machine’s own addresses are refused where it does listen', async () => {
  const settings = { url: rig.receiver.origin, template: 'tidemark' } as const;
  expect(await rig.send({ kind: 'webhook', settings, secret }, {}, strangers)).toMatchObject(
    REFUSED,
  );
  expect(rig.receiver.received).toEqual([]);
});
