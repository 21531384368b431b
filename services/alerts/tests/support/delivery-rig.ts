import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestClock } from '@tidemark/clock/test-clock';
import type { AlertChannelRequest } from '@tidemark/contracts/alert-channel';
import type { Database } from '@tidemark/database/database';
import { databaseTemplate } from '@tidemark/database/database-template';
import { openPgliteDatabase } from '@tidemark/database/pglite-database';
import { InstanceSecret } from '@tidemark/service/instance-secret';
import { createLogger } from '@tidemark/telemetry/logger';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { ChannelStore } from '../../src/channels/channel-store.ts';
import { ChannelTests } from '../../src/deliveries/channel-tests.ts';
import { Deliverer } from '../../src/deliveries/deliverer.ts';
import { DeliveryLog } from '../../src/deliveries/delivery-log.ts';
import { DeliveryStore } from '../../src/deliveries/delivery-store.ts';
import { MailBudget } from '../../src/deliveries/mail-budget.ts';
import { Sending } from '../../src/deliveries/sending.ts';
import type { Message } from '../../src/delivery/message.ts';
import type { Outcome } from '../../src/delivery/outcome.ts';
import { migrations } from '../../src/migrations/index.ts';
import type { AlertTables, FiringBody } from '../../src/tables.ts';

const START = Date.UTC(2026, 10, 1, 12);
const EMPTIED = ['alert_channels', 'alert_firings', 'alert_keys', 'alert_mails'] as const;

export const TAKEN: Outcome = { ok: true, answer: 'taken', retryAfterMs: null, permanent: false };
export const AWAY: Outcome = { ...TAKEN, ok: false, answer: 'it answered 503' };

export const WEBHOOK: AlertChannelRequest = {
  kind: 'webhook',
  name: 'Phone',
  settings: { url: 'https://hooks.example/secret/path', template: 'tidemark' },
};
export const MAIL: AlertChannelRequest = {
  kind: 'mail',
  name: 'Post',
  settings: { address: 'me@mail.example' },
};

export const BODY: FiringBody = {
  ...{ name: 'To buy', rule: 'price below 60,000 USD', value: 59_990, price: 59_990 },
  ...{ quality: 'live', simulated: false, sources: ['binance'], late: false, note: null },
};

/** A process that sends. */
export interface Replica {
  store: DeliveryStore;
  deliverer: Deliverer;
  tests: ChannelTests;
}

/** Channels and what is sent to them over PGlite; the other sides are made up. Empty for each test. */
export class DeliveryRig {
  readonly clock = new TestClock(START);
  readonly userId = randomUUID();
  readonly db;
  readonly channels: ChannelStore;
  readonly log: DeliveryLog;
  readonly mails: MailBudget;
  /** What reached the other sides, in order. */
  readonly told: { channelId: string; message: Message; at: number }[] = [];
  /** What the other sides answer. */
  answer: (message: Message, signal: AbortSignal) => Outcome | Promise<Outcome> = () => TAKEN;

  constructor(database: Database) {
    this.db = database.as<AlertTables>();
    const { db, clock } = this;
    const key = new InstanceSecret('t'.repeat(32)).derive('alert channels');
    this.channels = new ChannelStore({ db, clock, key });
    this.log = new DeliveryLog({ db, clock });
    this.mails = new MailBudget({ db, clock });
  }

  replica(owner: string): Replica {
    const { db, clock, channels, mails } = this;
    const logger = createLogger({ level: 'silent' });
    const store = new DeliveryStore({ db, clock, owner });
    const senders = {
      send: async (channel: { channel_id: string }, message: Message, signal: AbortSignal) => {
        this.told.push({ channelId: channel.channel_id, message, at: clock.now() });
        return this.answer(message, signal);
      },
    };
    const sending = new Sending({ clock, logger, senders, mails });
    const place = { origin: 'https://tidemark.example', coinName: (id: string) => id };
    const common = { db, clock, logger, store, channels, sending, place };
    return {
      store,
      deliverer: new Deliverer({ ...common, random: () => 0 }),
      tests: new ChannelTests({ ...common, owner }),
    };
  }

  async channel(asked = WEBHOOK, userId = this.userId): Promise<string> {
    return (await this.channels.make(userId, asked)).id;
  }

  /** Something fires that is to be sent to a channel. @returns ids of firing and delivery */
  async fire(channelId: string, body: Partial<FiringBody> = {}, userId = this.userId) {
    const firing = randomUUID();
    const delivery = randomUUID();
    const at = new Date(this.clock.now());
    await this.db
      .insertInto('alert_firings')
      .values({
        ...{ id: firing, alert_id: randomUUID(), user_id: userId, coin_id: 'bitcoin' },
        ...{
          generation: 1,
          number: 1,
          at,
          told_at: at,
          body: JSON.stringify({ ...BODY, ...body }),
        },
      })
      .execute();
    await this.db
      .insertInto('alert_deliveries')
      .values({
        ...{ id: delivery, firing_id: firing, channel_id: channelId, user_id: userId },
        ...{ state: 'waiting', next_at: at, created_at: at },
      })
      .execute();
    return { firing, delivery };
  }

  /** Time goes on, then everything that is due is sent. */
  async after(ms: number, { deliverer }: Replica): Promise<void> {
    await this.clock.advance(ms);
    deliverer.wake();
    await deliverer.settled();
  }

  row(deliveryId: string) {
    return this.db
      .selectFrom('alert_deliveries')
      .selectAll()
      .where('id', '=', deliveryId)
      .executeTakeFirstOrThrow();
  }

  async states(): Promise<string[]> {
    const rows = await this.db.selectFrom('alert_deliveries').select('state').execute();
    return rows.map(({ state }) => state);
  }
}

/** Call at the top of a file of tests. */
export function deliveryRig(): () => DeliveryRig {
  let dir: string;
  let database: Database;
  let rig: DeliveryRig;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'tidemark-alerts-'));
    database = await openPgliteDatabase(dir, { template: await databaseTemplate() });
    await database.migrate('alerts', migrations);
  });
  afterAll(async () => {
    await database.close();
    await rm(dir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    rig = new DeliveryRig(database);
    for (const table of EMPTIED) await rig.db.deleteFrom(table).execute();
  });
  return () => rig;
}
