import type { NewAlertChannel } from '@tidemark/contracts/alert-channel';
import { until } from '@tidemark/testkit/until';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { alertsHousekeeping } from '../src/housekeeping.ts';
import { REMOVED } from '../src/owners/remove-owner.ts';
import { startReceiver, type Receiver } from './delivery/support/receiver.ts';
import { alertsRig, OTHER as BEN, OWNER as ANNA } from './support/alerts-rig.ts';

const rig = alertsRig('bitcoin');
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
let receiver: Receiver;

beforeEach(async () => {
  receiver = await startReceiver();
  for (const as of [ANNA, BEN]) {
    rig().users.accounts.add(as);
    const settings = { url: `${receiver.origin}/${as}`, template: 'tidemark' };
    const body = { kind: 'webhook', name: 'Home', settings };
    const { data } = await rig().ask<NewAlertChannel>('/channels', { method: 'POST', body, as });
    const condition = { quantity: 'price', direction: 'above', bound: 100 } as const;
    const channels = [data.channel_id];
    await rig().make({ coins: ['bitcoin'], condition, recurring: true, channels }, as);
  }
});
afterEach(() => receiver.close());

const look = () => rig().parts.departed.remove(new AbortController().signal);
const absent = () => rig().db.selectFrom('alert_absent_owners').selectAll().execute();

/** What runs every second is not to run for a week. */
async function weekLater(lessMs = 0): Promise<void> {
  const before = new Date(rig().clock.now() - 7 * DAY_MS + lessMs);
  await rig().db.updateTable('alert_absent_owners').set({ since: before }).execute();
}

/** Both alerts fire, once more each time, and what may be sent is sent. */
async function fire(): Promise<void> {
  await rig().price('bitcoin', 90, { after: HOUR_MS });
  await rig().price('bitcoin', 101, { after: 1_000 });
  await send();
}

async function send(): Promise<void> {
  // A channel rests for 5 s.
  await rig().clock.advance(6_000);
  rig().parts.deliverer.wake();
  await rig().parts.deliverer.settled();
}

/** Of whom something was received since the last time, in no order. */
const told = () =>
  receiver.received
    .splice(0)
    .map(({ path }) => path.slice(1))
    .toSorted();

/** Rows of an account, by table. */
async function kept(userId: string) {
  const { rows } = await sql<Record<string, number>>`
    select
      (select count(*)::int from alerts where user_id = ${userId}) as alerts,
      (select count(*)::int from alert_firings where user_id = ${userId}) as firings,
      (select count(*)::int from alert_channels where user_id = ${userId}) as channels,
      (select count(*)::int from alert_deliveries where user_id = ${userId}) as deliveries,
      (select count(*)::int from alert_mails where user_id = ${userId}) as mails
  `.execute(rig().db);
  return rows[0];
}
const NOTHING = { alerts: 0, firings: 0, channels: 0, deliveries: 0, mails: 0 };

test('nothing is sent to whom users does not know, from the first look on; who is seen again gets what waited', async () => {
  await look();
  await fire();
  expect(told()).toEqual([ANNA, BEN]);
  rig().users.accounts.delete(ANNA);
  await look();
  await fire();
  expect(told()).toEqual([BEN]);
  rig().users.accounts.add(ANNA);
  await look();
  expect(await absent()).toEqual([]);
  await send();
  expect(told()).toEqual([ANNA]);
});

test('everything goes after a week, and what others have stays', async () => {
  await fire();
  told();
  const at = new Date(rig().clock.now());
  await rig()
    .db.insertInto('alert_mails')
    .values([ANNA, BEN].map((user_id) => ({ id: user_id, user_id, at })))
    .execute();
  rig().users.accounts.delete(ANNA);
  await look();
  await weekLater(1);
  await look();
  const ALL = { alerts: 1, firings: 1, channels: 1, deliveries: 1, mails: 1 };
  expect([await kept(ANNA), await kept(BEN)]).toEqual([ALL, ALL]);
  await weekLater();
  await look();
  expect([await kept(ANNA), await kept(BEN), await absent()]).toEqual([NOTHING, ALL, []]);
  for (const table of ['alert_states', 'alert_attempts'] as const) {
    expect(await rig().db.selectFrom(table).selectAll().execute()).toHaveLength(1);
  }
  await until('evaluators to be told', () => rig().parts.definitions.size === 1);
  await fire();
  expect([told(), await kept(ANNA)]).toEqual([[BEN], NOTHING]);
});

test('who has nothing left but what fired, or mails that count, is asked about too', async () => {
  await rig().db.deleteFrom('alerts').execute();
  await rig().db.deleteFrom('alert_channels').execute();
  const [firing, mail] = [3, 4].map((n) => `${n}`.repeat(8) + '-3333-4333-8333-333333333333');
  const at = new Date(rig().clock.now());
  const row = { id: ANNA, alert_id: ANNA, coin_id: 'bitcoin', generation: 1, number: 1 };
  await rig()
    .db.insertInto('alert_firings')
    .values({ ...row, user_id: firing!, at, told_at: at, body: '{}' })
    .execute();
  await rig().db.insertInto('alert_mails').values({ id: ANNA, user_id: mail!, at }).execute();
  await look();
  expect((await absent()).map(({ user_id }) => user_id).toSorted()).toEqual([firing, mail]);
});

test('while users is away nobody is noted, and everybody gets what is theirs', async () => {
  rig().users.accounts.delete(ANNA);
  rig().users.isAway = true;
  await expect(look()).rejects.toThrow('answered 503');
  rig().users.isAway = false;
  rig().users.accounts.clear();
  await expect(look()).rejects.toThrow('no account at all');
  expect(await absent()).toEqual([]);
  await fire();
  expect(told()).toEqual([ANNA, BEN]);
});

test('users is asked at the start and every hour', async () => {
  const housekeeping = alertsHousekeeping(rig().parts);
  rig().users.accounts.delete(ANNA);
  rig().users.isAway = true;
  housekeeping.start();
  rig().users.isAway = false;
  await rig().clock.advance(HOUR_MS);
  await until('Anna is noted', async () => (await absent()).length === 1);
  rig().users.accounts.add(ANNA);
  await rig().clock.advance(HOUR_MS);
  await until('Anna is forgotten to be absent', async () => (await absent()).length === 0);
  await housekeeping.stop();
});

test('no table is forgotten: everything that belongs to accounts goes', async () => {
  const { rows } = await sql<{ name: string }>`
    select distinct table_name as name from information_schema.columns
    where table_schema = 'public' and table_name like 'alert%' and column_name = 'user_id'
      and table_name not in (
        select conrelid::regclass::text from pg_constraint
        where contype = 'f' and confdeltype = 'c' and confrelid = 'alert_channels'::regclass
      )`.execute(rig().db);
  expect(rows.map(({ name }) => name).toSorted()).toEqual([...REMOVED].toSorted());
});
