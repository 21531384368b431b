import { randomUUID } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { AlertChannel, NewAlertChannel } from '@tidemark/contracts/alert-channel';
import type { AlertDelivery } from '@tidemark/contracts/alert-delivery';
import { InstanceSecret } from '@tidemark/service/instance-secret';
import { OPEN_DOOR, openRoot } from '@tidemark/testkit/open-root';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readVapidKeys } from '../src/channels/vapid-keys.ts';
import { channelRoutes } from '../src/routes/channel-routes.ts';
import { deliveryRoutes } from '../src/routes/delivery-routes.ts';
import { AWAY, deliveryRig, MAIL, TAKEN, WEBHOOK, type Replica } from './support/delivery-rig.ts';

const CHANNELS = '/api/alerts/channels';
const DELIVERIES = '/api/alerts/deliveries';
const rig = deliveryRig();
let app: FastifyInstance;
let replica: Replica;
/** Who asks. */
let as: string;

beforeEach(async () => {
  replica = rig().replica('a');
  as = rig().userId;
  app = await openRoot({
    services: new Set(['gateway', 'alerts']),
    front: {
      ...OPEN_DOOR,
      admit: async (request) => {
        request.identity = { userId: as, role: 'user', sessionId: null, scope: 'read_write' };
      },
    },
  });
  await app.register(async (scope) => {
    const typed = scope.withTypeProvider<TypeBoxTypeProvider>();
    const { channels, log } = rig();
    channelRoutes(typed, { channels, tests: replica.tests, pushKey: async () => 'BKey' });
    deliveryRoutes(typed, { log, deliverer: replica.deliverer });
  });
  await app.ready();
});
afterEach(() => app.close());

interface Answer<T> {
  data: T;
  meta: { next_cursor?: string | null };
  error?: { code: string };
}

async function ask<T>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  url: string,
  payload?: object,
): Promise<Omit<Answer<T>, 'error'> & { status: number; retryAfter: unknown; code?: string }> {
  const answer = await app.inject({ method, url, ...(payload && { payload }) });
  const { data, meta, error } = answer.json<Answer<T>>();
  const retryAfter = answer.headers['retry-after'];
  return { status: answer.statusCode, retryAfter, data, meta, ...(error && { code: error.code }) };
}

test('a channel tells its secret once, and never what opens its address', async () => {
  const made = await ask<NewAlertChannel>('POST', CHANNELS, WEBHOOK);
  expect(made.status).toBe(201);
  expect(made.data).toMatchObject({ kind: 'webhook', name: 'Phone', to: 'hooks.example' });
  expect(made.data.secret).toMatch(/^whsec_[A-Za-z0-9+/]{32,}=*$/);
  const listed = await ask<AlertChannel[]>('GET', CHANNELS);
  expect(listed.data).toHaveLength(1);
  expect(JSON.stringify(listed)).not.toMatch(/whsec_|secret/);
  const { sealed } = await rig()
    .db.selectFrom('alert_channels')
    .select('sealed')
    .executeTakeFirstOrThrow();
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toMatch(/hooks|whsec/);
  const mail = await ask<NewAlertChannel>('POST', CHANNELS, MAIL);
  expect(mail.data).toMatchObject({ to: 'me@mail.example', secret: null });
});

test('channels are renamed and removed by their owner alone', async () => {
  const { channel_id } = (await ask<NewAlertChannel>('POST', CHANNELS, WEBHOOK)).data;
  const one = `${CHANNELS}/${channel_id}`;
  as = randomUUID();
  expect((await ask('PATCH', one, { name: 'Mine' })).code).toBe('RESOURCE_NOT_FOUND');
  expect((await ask('DELETE', one)).code).toBe('RESOURCE_NOT_FOUND');
  expect((await ask('POST', `${one}/test`)).code).toBe('RESOURCE_NOT_FOUND');
  expect((await ask('GET', CHANNELS)).data).toEqual([]);
  as = rig().userId;
  expect((await ask('PATCH', one, { name: '  ' })).code).toBe('INVALID_REQUEST');
  expect((await ask('PATCH', one, { name: ' Desk ' })).data).toMatchObject({ name: 'Desk' });
  expect((await ask('DELETE', one)).status).toBe(200);
  expect((await ask('DELETE', `${CHANNELS}/nothing`)).code).toBe('RESOURCE_NOT_FOUND');
});

test('what is no channel is refused', async () => {
  const bad = [
    { ...WEBHOOK, settings: { url: 'http://[/ab', template: 'tidemark' } },
    { ...WEBHOOK, settings: { url: 'ftp://hooks.example/', template: 'tidemark' } },
    { ...WEBHOOK, kind: 'mail' },
    { ...WEBHOOK, secret: 'whsec_mine' },
    { ...WEBHOOK, name: ' ' },
  ];
  for (const body of bad) expect((await ask('POST', CHANNELS, body)).code).toBe('INVALID_REQUEST');
});

test('an account has at most 20 channels, however many are made at once', async () => {
  const made = await Promise.all(Array.from({ length: 22 }, () => ask('POST', CHANNELS, WEBHOOK)));
  expect(made.filter(({ status }) => status === 201)).toHaveLength(20);
  expect(made.filter(({ code }) => code === 'CONFLICT')).toHaveLength(2);
});

test('a test is sent at once, logged, not tried again, and allowed once in 5 s', async () => {
  const channel = await rig().channel();
  const path = `${CHANNELS}/${channel}/test`;
  rig().answer = () => AWAY;
  const failed = await ask('POST', path);
  expect(failed.data).toMatchObject({ ok: false, answer: 'it answered 503' });
  await rig().clock.advance(1_500);
  const soon = await ask('POST', path);
  expect([soon.code, soon.retryAfter]).toEqual(['RATE_LIMITED', '4']);
  await rig().after(3_500, replica);
  rig().answer = () => TAKEN;
  expect((await ask('POST', path)).data).toMatchObject({ ok: true });
  expect(rig().told.map(({ message }) => message.test)).toEqual([true, true]);
  const { data } = await ask<AlertDelivery[]>('GET', DELIVERIES);
  expect(data.map(({ state, firing_id }) => [state, firing_id])).toEqual([
    ['sent', null],
    ['dead', null],
  ]);
  expect((await ask('POST', `${DELIVERIES}/${data[1]?.delivery_id}/again`)).code).toBe('CONFLICT');
});

test('a channel that was gone is there again once a test comes through', async () => {
  const channel = await rig().channel();
  rig().answer = () => ({ ...AWAY, gone: true });
  await ask('POST', `${CHANNELS}/${channel}/test`);
  const listed = () => ask<AlertChannel[]>('GET', CHANNELS);
  expect((await listed()).data[0]?.gone_at).toBe(rig().clock.now());
  await rig().clock.advance(5_000);
  rig().answer = () => TAKEN;
  await ask('POST', `${CHANNELS}/${channel}/test`);
  expect((await listed()).data[0]?.gone_at).toBeNull();
});

test('the log is read page by page, of one state or channel too, by its owner alone', async () => {
  const [one, other] = [await rig().channel(), await rig().channel()];
  for (let n = 0; n < 5; n += 1) {
    await rig().fire(n % 2 === 0 ? one : other);
    await rig().clock.advance(1_000);
  }
  const all = await ask<AlertDelivery[]>('GET', DELIVERIES);
  const ids = all.data.map(({ delivery_id }) => delivery_id);
  const first = await ask<AlertDelivery[]>('GET', `${DELIVERIES}?limit=3`);
  const cursor = first.meta.next_cursor ?? '';
  const second = await ask<AlertDelivery[]>('GET', `${DELIVERIES}?limit=3&cursor=${cursor}`);
  expect([...first.data, ...second.data].map(({ delivery_id }) => delivery_id)).toEqual(ids);
  expect(second.meta.next_cursor).toBeNull();
  const times = all.data.map(({ created_at }) => created_at);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  expect((await ask('GET', `${DELIVERIES}?channel_id=${other}`)).data).toHaveLength(2);
  expect((await ask('GET', `${DELIVERIES}?state=sent`)).data).toEqual([]);
  expect((await ask('GET', `${DELIVERIES}?cursor=WzEsMl0`)).code).toBe('INVALID_REQUEST');
  as = randomUUID();
  expect((await ask('GET', DELIVERIES)).data).toEqual([]);
});

test('a delivery that was given up on is sent again on request', async () => {
  const { delivery } = await rig().fire(await rig().channel());
  rig().answer = () => ({ ...AWAY, permanent: true });
  await rig().after(0, replica);
  rig().answer = () => TAKEN;
  await rig().clock.advance(5_000);
  const again = await ask('POST', `${DELIVERIES}/${delivery}/again`);
  expect(again.data).toMatchObject({ delivery_id: delivery, state: 'waiting' });
  await replica.deliverer.settled();
  expect((await rig().row(delivery)).state).toBe('sent');
});

test('replicas that start at once have the same VAPID keys, and a new secret makes new ones', async () => {
  const key = new InstanceSecret('a'.repeat(32)).derive('alert channels');
  const made = await Promise.all([1, 2, 3].map(() => readVapidKeys(rig().db, key)));
  expect(new Set(made.map(({ privateKey }) => privateKey)).size).toBe(1);
  expect(await readVapidKeys(rig().db, key)).toEqual(made[0]);
  const other = new InstanceSecret('b'.repeat(32)).derive('alert channels');
  expect((await readVapidKeys(rig().db, other)).publicKey).not.toBe(made[0]?.publicKey);
  expect((await ask('GET', '/api/alerts/push-key')).data).toEqual({ public_key: 'BKey' });
});

test('a channel that was sealed with another secret says so, and what waits for it is given up on', async () => {
  const channel = await rig().channel();
  await rig().db.updateTable('alert_channels').set({ sealed: 'AAAA' }).execute();
  const { delivery } = await rig().fire(channel);
  expect((await ask<AlertChannel[]>('GET', CHANNELS)).data[0]?.to).toContain('not readable');
  await rig().after(0, replica);
  expect((await rig().row(delivery)).state).toBe('dead');
  expect((await ask('POST', `${CHANNELS}/${channel}/test`)).data).toMatchObject({ ok: false });
});
