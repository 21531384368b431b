import Type, { type Static } from 'typebox';
import { CoinIdSchema } from './coin.ts';
import { nullable, nullableTime } from './nullable.ts';
import { PATH_ID } from './user.ts';

export const DELIVERY_STATES = ['waiting', 'sent', 'dead'] as const;
export const DeliveryStateSchema = Type.Enum(DELIVERY_STATES, {
  title: 'AlertDeliveryState',
  description:
    'waiting: to be sent, or to be tried again; sent: the other side took it; dead: given up on',
});
export type DeliveryState = Static<typeof DeliveryStateSchema>;

const AlertAttemptSchema = Type.Object(
  {
    at: Type.Integer({ description: 'when it ended, epoch ms' }),
    ok: Type.Boolean({ description: 'whether the other side took it' }),
    answer: Type.String({ description: 'what the other side said, or why it could not be asked' }),
  },
  { title: 'AlertAttempt' },
);

/** What is sent of one firing to one channel. */
export const AlertDeliverySchema = Type.Object(
  {
    delivery_id: Type.String({ format: 'uuid' }),
    firing_id: nullable(Type.String({ format: 'uuid' }), 'null: a test of the channel'),
    channel_id: Type.String({ format: 'uuid' }),
    channel: Type.String({ description: 'name of the channel' }),
    alert: nullable(Type.String(), 'name of the alert; null: a test'),
    coin_id: nullable(CoinIdSchema, 'null: a test'),
    state: DeliveryStateSchema,
    answer: nullable(Type.String(), 'what was last said of it; null: nothing yet'),
    created_at: Type.Integer({ description: 'epoch ms' }),
    next_at: nullableTime('when it is sent, or tried again, at the earliest; null: not any more'),
    ended_at: nullableTime('when it was sent or given up on; null: it waits'),
    attempts: Type.Array(AlertAttemptSchema, { description: 'oldest first' }),
  },
  { title: 'AlertDelivery' },
);
export type AlertDelivery = Static<typeof AlertDeliverySchema>;

export const AlertDeliveryParamsSchema = Type.Object({
  delivery_id: Type.String({ ...PATH_ID, description: 'id of a delivery of yours' }),
});

/** How the test of a channel ended. */
export const AlertChannelTestSchema = Type.Object(
  {
    delivery_id: Type.String({ format: 'uuid', description: 'of it in the log' }),
    ok: Type.Boolean({ description: 'whether the other side took it' }),
    answer: Type.String({ description: 'what the other side said, or why it could not be asked' }),
  },
  { title: 'AlertChannelTest' },
);
export type AlertChannelTest = Static<typeof AlertChannelTestSchema>;

export const PushKeySchema = Type.Object(
  {
    public_key: Type.String({
      description: 'VAPID, base64url: the `applicationServerKey` that a browser subscribes with',
    }),
  },
  { title: 'PushKey' },
);
export type PushKey = Static<typeof PushKeySchema>;
