import { randomUUID } from 'node:crypto';
import { until } from '@tidemark/testkit/until';
import { expect, test } from 'vitest';
import type { Outcome } from '../src/delivery/outcome.ts';
import { AWAY, deliveryRig, MAIL, TAKEN, WEBHOOK } from './support/delivery-rig.ts';

const rig = deliveryRig();

test('what fires is sent at once when the deliverer is woken, and is in the log', async () => {
  const channel = await rig().channel();
  const { firing, delivery } = await rig().fire(channel);
  await rig().after(0, rig().replica('a'));
  expect(rig().told.map(({ channelId, message }) => [channelId, message.firing_id])).toEqual([
    [channel, firing],
  ]);
  expect(await rig().row(delivery)).toMatchObject({ state: 'sent', attempts: 1, leased_by: null });
  const { items } = await rig().log.list({ userId: rig().userId, limit: 10 });
  expect(items).toMatchObject([
    {
      ...{ delivery_id: delivery, firing_id: firing, channel: 'Phone', alert: 'To buy' },
      ...{ coin_id: 'bitcoin', state: 'sent', next_at: null },
      attempts: [{ at: rig().clock.now(), ok: true, answer: 'taken' }],
    },
  ]);
});

test('nobody has to wake it: it looks every second', async () => {
  const { deliverer } = rig().replica('a');
  deliverer.start();
  await rig().fire(await rig().channel());
  await rig().clock.advance(1_000);
  await deliverer.settled();
  expect(rig().told).toHaveLength(1);
  await deliverer.stop();
  expect(rig().clock.pending).toBe(0);
});

test('what fails is tried again with growing waits, and after seven times given up on', async () => {
  const replica = rig().replica('a');
  const { delivery } = await rig().fire(await rig().channel());
  const began = rig().clock.now();
  rig().answer = () => AWAY;
  await rig().after(0, replica);
  // Half of each wait, but never before the rest is over.
  for (const wait of [5_000, 15_000, 60_000, 300_000, 1_800_000, 7_200_000]) {
    await rig().after(wait - 1, replica);
    await rig().after(1, replica);
  }
  const waits = rig().told.map(({ at }, i) => at - (rig().told[i - 1]?.at ?? began));
  expect(waits).toEqual([0, 5_000, 15_000, 60_000, 300_000, 1_800_000, 7_200_000]);
  expect(new Set(rig().told.map(({ message }) => message.firing_id)).size).toBe(1);
  const row = await rig().row(delivery);
  expect(row).toMatchObject({ state: 'dead', attempts: 7, answer: 'it answered 503' });
  await rig().after(86_400_000, replica);
  expect(rig().told).toHaveLength(7);
});

test('the other side says when: it is not asked before', async () => {
  const replica = rig().replica('a');
  await rig().fire(await rig().channel());
  rig().answer = () => ({ ...AWAY, retryAfterMs: 90_000 });
  await rig().after(0, replica);
  await rig().after(89_999, replica);
  expect(rig().told).toHaveLength(1);
  await rig().after(1, replica);
  expect(rig().told).toHaveLength(2);
});

test('what would fail for ever is given up on at once; sent again it has all its tries', async () => {
  const replica = rig().replica('a');
  const { delivery } = await rig().fire(await rig().channel());
  rig().answer = () => ({ ...AWAY, permanent: true });
  await rig().after(0, replica);
  expect(await rig().row(delivery)).toMatchObject({ state: 'dead', attempts: 1 });
  rig().answer = () => TAKEN;
  const again = await rig().log.again(rig().userId, delivery);
  expect(again).toMatchObject({ state: 'waiting', ended_at: null, next_at: rig().clock.now() });
  await rig().after(5_000, replica);
  expect(await rig().row(delivery)).toMatchObject({ state: 'sent' });
  const { items } = await rig().log.list({ userId: rig().userId, limit: 1 });
  expect(items[0]?.attempts.map(({ ok }) => ok)).toEqual([false, true]);
  await expect(rig().log.again(rig().userId, delivery)).rejects.toMatchObject({ code: 'CONFLICT' });
  await expect(rig().log.again(randomUUID(), delivery)).rejects.toMatchObject({
    code: 'RESOURCE_NOT_FOUND',
  });
});

test('a channel that is gone is marked, and what waits for it is given up on', async () => {
  const replica = rig().replica('a');
  const channel = await rig().channel();
  const first = await rig().fire(channel);
  await rig().fire(channel);
  rig().answer = () => ({ ...AWAY, permanent: true, gone: true });
  await rig().after(0, replica);
  expect(await rig().states()).toEqual(['dead', 'dead']);
  expect((await rig().channels.find(channel))?.gone_at?.getTime()).toBe(rig().clock.now());
  await expect(rig().log.again(rig().userId, first.delivery)).rejects.toThrow('gone');
  const late = await rig().fire(channel);
  await rig().after(5_000, replica);
  expect((await rig().row(late.delivery)).state).toBe('dead');
  expect(rig().told).toHaveLength(1);
});

test('three that are due at once are one message, and share how it ends', async () => {
  const replica = rig().replica('a');
  const channel = await rig().channel();
  const fired = [];
  for (const name of ['One', 'Two', 'Three']) fired.push(await rig().fire(channel, { name }));
  rig().answer = () => AWAY;
  await rig().after(0, replica);
  rig().answer = () => TAKEN;
  await rig().after(5_000, replica);
  expect(rig().told.map(({ message }) => message.title)).toEqual(['3 alerts', '3 alerts']);
  expect(rig().told[0]?.message.firing_id).toBe(rig().told[1]?.message.firing_id);
  const text = rig().told[0]?.message.text ?? '';
  for (const name of ['One', 'Two', 'Three']) expect(text).toContain(name);
  for (const { delivery } of fired) {
    expect(await rig().row(delivery)).toMatchObject({ state: 'sent', attempts: 2 });
  }
});

test('after a message the channel rests for 5 s, and others do not wait for it', async () => {
  const replica = rig().replica('a');
  const [busy, calm] = [await rig().channel(), await rig().channel()];
  await rig().fire(busy);
  await rig().fire(busy);
  await rig().after(0, replica);
  await rig().fire(calm);
  await rig().after(4_999, replica);
  expect(rig().told.map(({ channelId }) => channelId)).toEqual([busy, calm]);
  await rig().after(1, replica);
  expect(rig().told.map(({ channelId }) => channelId)).toEqual([busy, calm, busy]);
});

test('a channel is sent one message at a time, and one that hangs keeps no other waiting', async () => {
  const replica = rig().replica('a');
  const hanging = Promise.withResolvers<Outcome>();
  const [slow, quick] = [await rig().channel(), await rig().channel()];
  await rig().fire(slow);
  rig().answer = () => hanging.promise;
  replica.deliverer.wake();
  await until('the first to be under way', () => rig().told.length === 1);
  rig().answer = () => TAKEN;
  await rig().fire(slow);
  await rig().fire(quick);
  replica.deliverer.wake();
  await until('the other channel', () => rig().told.length === 2);
  expect(rig().told[1]?.channelId).toBe(quick);
  hanging.resolve(TAKEN);
  await replica.deliverer.settled();
  await rig().after(5_000, replica);
  expect(rig().told.map(({ channelId }) => channelId)).toEqual([slow, quick, slow]);
});

test('a try that never ends has failed after 50 s, before its lease is over', async () => {
  const replica = rig().replica('a');
  const { delivery } = await rig().fire(await rig().channel());
  rig().answer = () => new Promise(() => undefined);
  replica.deliverer.wake();
  await until('the try', () => rig().told.length === 1);
  await rig().clock.advance(50_000);
  await replica.deliverer.settled();
  const row = await rig().row(delivery);
  expect(row).toMatchObject({ state: 'waiting', attempts: 1, answer: 'no answer within 50 s' });
});

test('what a dead process has claimed is sent by another one once the lease is over', async () => {
  const [dead, alive] = [rig().replica('dead'), rig().replica('alive')];
  const { delivery } = await rig().fire(await rig().channel());
  expect(await dead.store.claim(10, [])).toHaveLength(1);
  await rig().after(59_999, alive);
  expect(rig().told).toEqual([]);
  rig().answer = () => AWAY;
  await rig().after(1, alive);
  expect(rig().told).toHaveLength(1);
  // It was not dead after all: what it has to say of it comes too late.
  const ended = { delivery_id: delivery, ok: true, answer: 'late', nextAt: null };
  expect(await dead.store.record([ended])).toEqual([]);
  expect(await dead.store.renew([delivery])).toEqual([]);
  const row = await rig().row(delivery);
  expect(row).toMatchObject({ state: 'waiting', attempts: 1, answer: 'it answered 503' });
});

test('two deliverers share the work and send nothing twice', async () => {
  const [one, other] = [rig().replica('a'), rig().replica('b')];
  const fireMany = async () => {
    for (let i = 0; i < 20; i += 1) {
      const owner = randomUUID();
      await rig().fire(await rig().channel(WEBHOOK, owner), {}, owner);
    }
  };
  const hold = Promise.withResolvers<Outcome>();
  rig().answer = () => hold.promise;
  await fireMany();
  one.deliverer.wake();
  await until('one to have its hands full', () => rig().told.length === 8);
  await fireMany();
  other.deliverer.wake();
  await until('the other to have too', () => rig().told.length === 16);
  hold.resolve(TAKEN);
  await until('all to be sent', async () => {
    for (const { deliverer } of [one, other]) deliverer.wake();
    return (await rig().states()).every((state) => state === 'sent');
  });
  for (const { deliverer } of [one, other]) await deliverer.settled();
  const ids = rig().told.map(({ message }) => message.firing_id);
  expect(ids).toHaveLength(40);
  expect(new Set(ids).size).toBe(40);
});

test('what was sent is not sent again where writing that down fails for a while', async () => {
  const replica = rig().replica('a');
  const { delivery } = await rig().fire(await rig().channel());
  const record = replica.store.record.bind(replica.store);
  let failures = 0;
  replica.store.record = async (ended) => {
    if (failures >= 3) return record(ended);
    failures += 1;
    throw new Error('the database is away');
  };
  replica.deliverer.wake();
  for (let s = 1; s <= 3; s += 1) {
    await until(`failure ${s}`, () => failures === s);
    await rig().clock.advance(1_000);
    replica.deliverer.wake();
  }
  await replica.deliverer.settled();
  expect(rig().told).toHaveLength(1);
  expect((await rig().row(delivery)).state).toBe('sent');
});

test('stopping waits for what is under way', async () => {
  const replica = rig().replica('a');
  const hanging = Promise.withResolvers<Outcome>();
  const { delivery } = await rig().fire(await rig().channel());
  rig().answer = () => hanging.promise;
  replica.deliverer.wake();
  await until('the try', () => rig().told.length === 1);
  const stopped = replica.deliverer.stop();
  await rig().clock.advance(4_000);
  hanging.resolve(TAKEN);
  await stopped;
  expect((await rig().row(delivery)).state).toBe('sent');
  replica.deliverer.wake();
  await rig().fire(await rig().channel());
  await rig().after(1_000, replica);
  expect(rig().told).toHaveLength(1);
});

test('what hangs is cut off 5 s after the stop, and another process sends it at once', async () => {
  const [stopping, other] = [rig().replica('a'), rig().replica('b')];
  const { firing, delivery } = await rig().fire(await rig().channel());
  rig().answer = (_message, signal) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
  stopping.deliverer.wake();
  await until('the try', () => rig().told.length === 1);
  const stopped = stopping.deliverer.stop();
  await rig().clock.advance(5_000);
  await stopped;
  const row = await rig().row(delivery);
  expect(row).toMatchObject({ state: 'waiting', attempts: 0, leased_by: null });
  rig().answer = () => TAKEN;
  await rig().after(0, other);
  expect(rig().told.map(({ message }) => message.firing_id)).toEqual([firing, firing]);
  expect((await rig().row(delivery)).state).toBe('sent');
});

test('an account sends 20 mails a day; the others wait, and go out as one', async () => {
  const replica = rig().replica('a');
  const channel = await rig().channel(MAIL);
  rig().answer = () => AWAY;
  await rig().fire(channel);
  await rig().after(0, replica);
  rig().answer = () => TAKEN;
  for (let sent = 0; sent < 20; sent += 1) {
    if (sent > 0) await rig().fire(channel);
    await rig().after(5_000, replica);
  }
  expect(rig().told).toHaveLength(21);
  await rig().channels.remove(rig().userId, channel);
  const another = await rig().channel(MAIL);
  for (let n = 0; n < 3; n += 1) await rig().fire(another);
  await rig().after(60_000, replica);
  expect(rig().told).toHaveLength(21);
  expect(await rig().states()).toEqual(['waiting', 'waiting', 'waiting']);
  await rig().after(86_400_000, replica);
  expect(
    rig()
      .told.slice(21)
      .map(({ message }) => message.title),
  ).toEqual(['3 alerts']);
});
