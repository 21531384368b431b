import { randomUUID } from 'node:crypto';
import { conditionWords } from '@tidemark/alerts/alert-words';
import { sql, type Insertable, type Transaction } from 'kysely';
import { nameOf, type AlertRow } from '../alerts/alert.ts';
import { sendableAt } from '../firings/quiet-hours.ts';
import type { AlertDeliveryTable, AlertTables, FiringBody } from '../tables.ts';
import type { NewState } from './outcome.ts';
import { slicesOf } from './slices.ts';

type Trx = Transaction<AlertTables>;

/** An alert that fired for a coin. */
export interface Fired {
  alert: AlertRow;
  coinId: string;
  state: NewState;
}

/** Stores what fired, and what of it is to be sent. @param toldAt epoch ms */
export async function writeFirings(
  trx: Trx,
  fired: readonly Fired[],
  toldAt: number,
): Promise<void> {
  if (fired.length === 0) return;
  const told = fired.map((each) => ({ ...each, id: randomUUID() }));
  const rows = told.flatMap((each) => rowOf(each, toldAt));
  for (const slice of slicesOf(rows)) await trx.insertInto('alert_firings').values(slice).execute();
  const sent = told.filter(({ alert }) => isSent(alert, toldAt));
  const open = await openChannels(trx, [...new Set(sent.map(({ alert }) => alert.user_id))]);
  const deliveries = sent.flatMap((each) => deliveriesOf(each, open, toldAt));
  for (const slice of slicesOf(deliveries)) {
    await trx.insertInto('alert_deliveries').values(slice).execute();
  }
}

function rowOf({ alert, coinId, state, id }: Fired & { id: string }, toldAt: number) {
  const { firing, generation } = state;
  if (!firing) return [];
  const body: FiringBody = {
    name: nameOf(alert),
    rule: conditionWords(alert.condition),
    note: alert.note,
    ...firing.facts,
  };
  return [
    {
      ...{ id, alert_id: alert.id, user_id: alert.user_id, coin_id: coinId, generation },
      ...{ number: state.state.fired, at: new Date(firing.at), told_at: new Date(toldAt) },
      body: JSON.stringify(body),
    },
  ];
}

function isSent({ channels, muted_until: until }: AlertRow, toldAt: number): boolean {
  return channels.length > 0 && (until?.getTime() ?? 0) <= toldAt;
}

/** Channels that are there, by account; they stay until the end of the transaction. */
async function openChannels(
  trx: Trx,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (userIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('alert_channels')
    .select(['id', 'user_id'])
    .where(sql<boolean>`user_id = any(${userIds}::uuid[])`)
    .where('gone_at', 'is', null)
    .forKeyShare()
    .execute();
  const byUser = Map.groupBy(rows, ({ user_id }) => user_id);
  return new Map([...byUser].map(([user, own]) => [user, new Set(own.map(({ id }) => id))]));
}

function deliveriesOf(
  { alert, id: firing_id }: Fired & { id: string },
  open: ReadonlyMap<string, ReadonlySet<string>>,
  toldAt: number,
): Insertable<AlertDeliveryTable>[] {
  const { user_id, schedule } = alert;
  const next_at = new Date(sendableAt(schedule, toldAt));
  const own = open.get(user_id);
  return alert.channels
    .filter((channel) => own?.has(channel))
    .map((channel_id) => ({
      ...{ id: randomUUID(), firing_id, channel_id, user_id, state: 'waiting', next_at },
      ...{ created_at: new Date(toldAt), leased_by: null, leased_until: null },
      ...{ ended_at: null, answer: null },
    }));
}
