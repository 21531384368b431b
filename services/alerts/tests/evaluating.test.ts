import fc from 'fast-check';
import type { AlertDirection, AlertRequest } from '@tidemark/contracts/alert';
import { until } from '@tidemark/testkit/until';
import { expect, it } from 'vitest';
import { alertsRig, OTHER, priceUpdate, START } from './support/alerts-rig.ts';
import { recomputed, type Told } from './support/recompute.ts';

const rig = alertsRig('bitcoin', 'ethereum');
const MINUTE = 60_000;

const above = (bound: number, more: Partial<AlertRequest> = {}): AlertRequest => ({
  coins: ['bitcoin'],
  condition: { quantity: 'price', direction: 'above', bound },
  ...more,
});

it('fires when the bound is reached, once, and says by what', async () => {
  const { alert_id } = await rig().make(above(100));
  await rig().price('bitcoin', 99, { after: 1_000 });
  expect(await rig().firings()).toEqual([]);
  const at = await rig().price('bitcoin', 99.5, { after: 500, low: 98, high: 100.25 });
  await rig().price('bitcoin', 120, { after: 500 });
  expect(await rig().firings()).toMatchObject([
    { alert_id, coin_id: 'bitcoin', at, value: 100.25, price: 99.5, late: false, simulated: true },
  ]);
  await until('it to be told', () => rig().told.length > 0);
  expect(rig().told).toHaveLength(1);
  const { data } = await rig().ask<{ status: string; fired: number }>(`/${alert_id}`);
  expect(data).toMatchObject({ status: 'done', fired: 1 });
});

it('counts no price that is stale, of another market or of before; a degraded one where that is asked for', async () => {
  await rig().make(above(100));
  await rig().make(above(100, { on_degraded: true, name: 'any' }));
  await rig().price('bitcoin', 101, { after: 1_000, quality: 'stale' });
  await rig().publish(priceUpdate('bitcoin', 101, START - 5_000));
  expect(await rig().firings()).toEqual([]);
  await rig().price('bitcoin', 101, { after: 1_000, quality: 'degraded' });
  expect(await rig().firings()).toMatchObject([{ name: 'any', quality: 'degraded' }]);
});

it('is of whoever made it, and of nobody else', async () => {
  const { alert_id } = await rig().make(above(100));
  await rig().price('bitcoin', 101, { after: 1_000 });
  for (const method of ['GET', 'DELETE'] as const) {
    const { status } = await rig().ask(`/${alert_id}`, { as: OTHER, method });
    expect(status).toBe(404);
  }
  expect((await rig().ask('/firings', { as: OTHER })).data).toEqual([]);
  expect((await rig().ask('/unseen', { as: OTHER })).data).toMatchObject({ unseen: 0 });
});

it('says which field of an alert is wrong, and why', async () => {
  const refused = async (body: object) => (await rig().ask('', { method: 'POST', body })).error;
  expect(await refused(above(-1))).toBe('body.condition.bound must be over 0');
  expect(await refused(above(1, { coins: ['bitcoin', 'BITCOIN'] }))).toContain(
    'names bitcoin again',
  );
  expect(await refused(above(1, { coins: ['btc'] }))).toContain('Did you mean bitcoin?');
  expect(await refused(above(1, { expires_at: START }))).toContain('is not in the future');
  const schedule = { quiet_from: '22:00', quiet_to: '07:00', time_zone: 'Mars/Olympus' };
  expect(await refused(above(1, { schedule }))).toContain('is no time zone');
  expect(await refused(above(1, { channels: [OTHER] }))).toContain('is no channel of yours');
  expect(await refused({ ...above(1), colour: 'red' })).toContain('body.colour');
  const one = above(1);
  const file = { tidemark_alerts: 1, alerts: [one, above(-1)] };
  const imported = await rig().ask('/import', { method: 'POST', body: file });
  expect(imported.error).toBe('body.alerts.1.condition.bound must be over 0');
  expect((await rig().ask('')).data).toEqual([]);
});

it('begins anew when it waits for something else, and not when it is only called otherwise', async () => {
  const { alert_id } = await rig().make(above(100));
  await rig().price('bitcoin', 101, { after: 1_000 });
  const change = (body: object) => rig().ask(`/${alert_id}`, { method: 'PATCH', body });
  expect((await change({ name: 'mine' })).data).toMatchObject({ status: 'done', fired: 1 });
  await rig().price('bitcoin', 102, { after: 1_000 });
  expect(await rig().firings()).toHaveLength(1);
  const { condition } = above(102.5);
  expect((await change({ condition })).data).toMatchObject({ status: 'waiting', fired: 0 });
  await until('the change to be known', () =>
    [...rig().parts.definitions.of('bitcoin')].some(({ generation }) => generation === 2),
  );
  await rig().price('bitcoin', 103, { after: 1_000 });
  expect((await rig().firings()).map(({ value }) => value)).toEqual([101, 103]);
});

it('fires late for what came true while no prices came, once the candles are whole, and only then', async () => {
  await rig().make(above(100));
  await rig().make(above(99.5, { name: 'fires at once afterwards', recurring: true }));
  await rig().price('bitcoin', 90, { after: 1_000 });
  await rig().price('bitcoin', 99.6, { after: 10 * MINUTE });
  expect(await rig().firings()).toMatchObject([{ name: 'fires at once afterwards', late: false }]);
  const bar = (minute: number, high: number, more: object = {}) => ({
    ...{ time: START + minute * MINUTE, open: 90, high, low: 90, close: 90, volume: 1 },
    ...more,
  });
  const minutes = Array.from({ length: 11 }, (_, minute) => bar(minute, 90));
  await rig().market.store('bitcoin', '1m', [...minutes, bar(4, 101, { gap: true })]);
  rig().parts.lookbacks.start();
  await rig().clock.advance(MINUTE);
  expect(await rig().firings()).toHaveLength(1);
  await rig().market.store('bitcoin', '1m', [bar(4, 101)]);
  await until('the late firing', async () => {
    await rig().clock.advance(5_000);
    return (await rig().firings()).length > 1;
  });
  await rig().clock.advance(MINUTE);
  expect((await rig().firings()).slice(1)).toMatchObject([
    { at: START + 4 * MINUTE, value: 101, price: 90, late: true },
  ]);
  expect(await rig().db.selectFrom('alert_lookbacks').selectAll().execute()).toEqual([]);
});

it('knows the hours before it had the coin, for what moves within them', async () => {
  const bar = { open: 100, high: 100, low: 100, close: 100, volume: 1 };
  await rig().market.store('bitcoin', '1m', [{ time: START - 30 * MINUTE, ...bar }]);
  await rig().make({
    coins: ['bitcoin'],
    condition: { quantity: 'move', direction: 'below', bound: -10, window_min: 60 },
  });
  await rig().price('bitcoin', 95, { after: 1_000 });
  await until('candles to be known', async () => {
    await rig().price('bitcoin', 89.9, { after: 1_000 });
    return (await rig().firings()).length > 0;
  });
  expect((await rig().firings())[0]?.value).toBeCloseTo(-10.1, 5);
});

it('fires what is worked out apart from it, each once, though replicas take over and the store fails', async () => {
  const bounds = fc.record({
    direction: fc.constantFrom<AlertDirection>('above', 'below', 'crosses_above', 'crosses_below'),
    bound: fc.integer({ min: 95, max: 105 }),
    for_s: fc.constantFrom(0, 0, 3),
    recurring: fc.boolean(),
    hysteresis_pct: fc.constantFrom(0, 1, 3),
    cooldown_s: fc.constantFrom(0, 10),
  });
  const [wanted] = fc.sample(fc.array(bounds, { minLength: 60, maxLength: 60 }), {
    numRuns: 1,
    seed: 7,
  });
  const price = fc.record({
    price: fc.integer({ min: 94, max: 106 }),
    below: fc.nat(2),
    above: fc.nat(2),
    fate: fc.constantFrom('', '', '', '', 'before', 'after', 'taken'),
  });
  const [prices] = fc.sample(fc.array(price, { minLength: 150, maxLength: 150 }), {
    numRuns: 1,
    seed: 8,
  });
  const alerts = new Map<string, (typeof asked)[number]>();
  const asked = (wanted ?? []).map(({ direction, bound, for_s, ...rest }) => ({
    ...{ coins: ['bitcoin'], condition: { quantity: 'price' as const, direction, bound, for_s } },
    ...rest,
  }));
  for (const one of asked) alerts.set((await rig().make(one)).alert_id, one);
  const { store } = rig().parts;
  const write = store.write.bind(store);
  const told: Told[] = [];
  for (const { price: value, below, above: over, fate } of prices ?? []) {
    if (fate === 'taken') await store.claim('bitcoin');
    let isLost = fate === 'before' || fate === 'after';
    store.write = async (...args) => {
      if (isLost && fate === 'before') {
        isLost = false;
        throw new Error('the store is away');
      }
      const fired = await write(...args);
      if (!isLost) return fired;
      isLost = false;
      throw new Error('nobody heard that it was stored');
    };
    await rig().clock.advance(1_000);
    const at = rig().clock.now();
    const range = { low: value - below, high: value + over };
    // Of the price that they begin with, alerts know nothing of the way to it.
    told.push({ at, price: value, ...(told.length > 0 ? range : { low: value, high: value }) });
    await rig().publish(priceUpdate('bitcoin', value, at, range));
  }
  const rows = await rig().db.selectFrom('alert_firings').selectAll().execute();
  const fired = rows.map(({ alert_id, at, body }) => `${alert_id} ${at.getTime()} ${body.value}`);
  const expected = [...alerts].flatMap(([id, alert]) =>
    recomputed(alert, told).map(({ at, value }) => `${id} ${at} ${value}`),
  );
  expect(expected.length).toBeGreaterThan(100);
  expect(fired.sort()).toEqual(expected.sort());
});

it('counts prices that were told after an alert was made and before it was heard of', async () => {
  await rig().price('bitcoin', 90, { after: 1_000 });
  const since = rig().clock.now() + 500;
  await rig().price('bitcoin', 99, { after: 1_000 });
  await rig().price('bitcoin', 99, { after: 1_000, high: 101 });
  const columns = { coins: JSON.stringify(['bitcoin']), channels: '[]', schedule: 'null' };
  await rig().make(above(1_000_000));
  const row = await rig().db.selectFrom('alerts').selectAll().executeTakeFirstOrThrow();
  const made = {
    ...row,
    ...columns,
    ...{ id: OTHER, since: new Date(since), created_at: new Date(since) },
    condition: JSON.stringify({ quantity: 'price', direction: 'above', bound: 100 }),
  };
  await rig().db.insertInto('alerts').values(made).execute();
  await rig().parts.tell([OTHER]);
  await until('it to be heard of', () =>
    [...rig().parts.definitions.of('bitcoin')].some(({ id }) => id === OTHER),
  );
  await rig().price('bitcoin', 95, { after: 1_000 });
  expect(await rig().firings()).toMatchObject([{ alert_id: OTHER, value: 101, price: 99 }]);
});
