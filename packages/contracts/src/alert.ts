import Type, { type Static } from 'typebox';
import { AskedCoinSchema, CoinIdSchema } from './coin.ts';
import { nullable, nullableNumber } from './nullable.ts';
import { PriceQualitySchema } from './price.ts';
import { askedTimeSchema } from './time.ts';
import { PATH_ID, UserIdSchema } from './user.ts';

/** Alerts of an account, and coins of an alert. */
export const MAX_ALERTS = 1_000;
export const MAX_ALERT_COINS = 50;

/** What of a coin is watched. */
export const ALERT_QUANTITIES = ['price', 'move', 'change_24h', 'spread'] as const;
export const AlertQuantitySchema = Type.Enum(ALERT_QUANTITIES, {
  title: 'AlertQuantity',
  description:
    'price: USD; move: percent from the lowest (up) or highest (down) price within the window; change_24h: percent; spread: of the venues’ prices, percent of their middle',
});
export type AlertQuantity = Static<typeof AlertQuantitySchema>;

export const ALERT_DIRECTIONS = ['above', 'below', 'crosses_above', 'crosses_below'] as const;
export const AlertDirectionSchema = Type.Enum(ALERT_DIRECTIONS, {
  title: 'AlertDirection',
  description:
    'above, below: at the bound or past it, at once if it is so already; crosses: comes to it from the other side',
});
export type AlertDirection = Static<typeof AlertDirectionSchema>;

export const ALERT_WINDOWS_MIN = [5, 15, 60, 240, 1_440] as const;
// Generators of clients have no enum of numbers.
const WindowSchema = Type.Unsafe<(typeof ALERT_WINDOWS_MIN)[number]>({
  ...{ type: 'integer', minimum: 5, maximum: 1_440, multipleOf: 5 },
  description:
    'minutes: 5, 15, 60, 240 or 1440; of `move` alone, which has 60 where it is left out',
});

const ConditionSchema = Type.Object(
  {
    quantity: AlertQuantitySchema,
    direction: AlertDirectionSchema,
    bound: Type.Number({ description: 'USD of `price`, percent of the others' }),
    window_min: Type.Optional(WindowSchema),
    for_s: Type.Optional(
      Type.Integer({
        ...{ minimum: 0, maximum: 86_400, default: 0 },
        description: 'how long it has to hold without a break before the alert fires, seconds',
      }),
    ),
  },
  { title: 'AlertCondition', additionalProperties: false },
);
export type AlertCondition = Static<typeof ConditionSchema>;

export const AlertScheduleSchema = Type.Object(
  {
    quiet_from: Type.String({
      pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
      description: 'such as 22:00',
    }),
    quiet_to: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'such as 07:00' }),
    time_zone: Type.String({
      ...{ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_+/-]+$' },
      description: 'IANA name, such as Europe/Berlin',
    }),
  },
  {
    title: 'AlertSchedule',
    additionalProperties: false,
    description: 'hours in which nothing is sent: what fires then is sent at their end',
  },
);
export type AlertSchedule = Static<typeof AlertScheduleSchema>;

const fields = {
  name: Type.Optional(
    nullable(Type.String({ minLength: 1, maxLength: 100 }), 'null: it is called by its condition'),
  ),
  coins: nullable(
    Type.Array(AskedCoinSchema, { minItems: 1, maxItems: MAX_ALERT_COINS }),
    'each once; null: every coin that is followed',
  ),
  condition: ConditionSchema,
  recurring: Type.Optional(
    Type.Boolean({ default: false, description: 'false: fires once for each coin, then is done' }),
  ),
  hysteresis_pct: Type.Optional(
    Type.Number({
      ...{ minimum: 0, maximum: 50, default: 0.5 },
      description:
        'how far back past the bound the value must go before a recurring alert can fire again, percent of the bound',
    }),
  ),
  cooldown_s: Type.Optional(
    Type.Integer({
      ...{ minimum: 0, maximum: 2_592_000, default: 300 },
      description: 'after a firing, how long the coin does not fire again, seconds',
    }),
  ),
  on_degraded: Type.Optional(
    Type.Boolean({
      default: false,
      description: 'whether a degraded price counts; a stale one never does',
    }),
  ),
  expires_at: Type.Optional(
    nullable(askedTimeSchema('it does not fire from then on'), 'null: never'),
  ),
  muted_until: Type.Optional(
    nullable(askedTimeSchema('fires, but is sent nowhere, until then'), 'null: is sent'),
  ),
  schedule: Type.Optional(nullable(AlertScheduleSchema, 'null: sent at any hour')),
  channels: Type.Optional(
    Type.Array(Type.String({ format: 'uuid' }), {
      maxItems: 20,
      uniqueItems: true,
      description: 'ids of channels of yours that it is sent to, beside the list in the app',
    }),
  ),
  is_on: Type.Optional(Type.Boolean({ default: true, description: 'false: does not fire' })),
  note: Type.Optional(
    nullable(Type.String({ maxLength: 500 }), 'of yours, sent with it; null: none'),
  ),
};

export const AlertRequestSchema = Type.Object(fields, {
  title: 'AlertRequest',
  additionalProperties: false,
  examples: [
    {
      coins: ['bitcoin'],
      condition: { quantity: 'price', direction: 'below', bound: 60000, for_s: 300 },
    },
  ],
});
export type AlertRequest = Static<typeof AlertRequestSchema>;

/** What is left out stays as it is. A change of coins or condition begins the alert anew. */
export const AlertChangeSchema = Type.Partial(AlertRequestSchema, {
  title: 'AlertChange',
  minProperties: 1,
  additionalProperties: false,
  examples: [{ is_on: false }],
});
export type AlertChange = Static<typeof AlertChangeSchema>;

export const ALERT_STATUSES = ['waiting', 'holding', 'fired', 'done', 'off', 'expired'] as const;
export const AlertStatusSchema = Type.Enum(ALERT_STATUSES, {
  title: 'AlertStatus',
  description:
    'waiting: can fire; holding: past the bound, until `for_s` is over; fired: waits for the value to go back; done: fired once for every coin; off; expired',
});
export type AlertStatus = Static<typeof AlertStatusSchema>;

export const AlertSchema = Type.Object(
  {
    alert_id: Type.String({ format: 'uuid' }),
    name: Type.String(),
    rule: Type.String({ description: 'the condition in words' }),
    coins: nullable(Type.Array(CoinIdSchema), 'null: every coin that is followed'),
    condition: ConditionSchema,
    recurring: Type.Boolean(),
    hysteresis_pct: Type.Number(),
    cooldown_s: Type.Integer(),
    on_degraded: Type.Boolean(),
    expires_at: nullable(Type.Integer(), 'epoch ms; null: never'),
    muted_until: nullable(Type.Integer(), 'epoch ms; null: is sent'),
    schedule: nullable(AlertScheduleSchema, 'null: sent at any hour'),
    channels: Type.Array(Type.String({ format: 'uuid' })),
    is_on: Type.Boolean(),
    note: nullable(Type.String(), 'null: none'),
    status: AlertStatusSchema,
    fired: Type.Integer({ minimum: 0, description: 'how often, of all its coins' }),
    last_fired_at: nullable(Type.Integer(), 'epoch ms; null: never'),
    created_at: Type.String({ format: 'date-time' }),
    version: Type.Integer({ minimum: 1, description: 'as in its `ETag`' }),
  },
  { title: 'Alert' },
);
export type Alert = Static<typeof AlertSchema>;

export const AlertParamsSchema = Type.Object({
  alert_id: Type.String({ ...PATH_ID, description: 'id of an alert of yours' }),
});

/** One time that an alert fired for a coin. */
export const AlertFiringSchema = Type.Object(
  {
    firing_id: Type.String({ format: 'uuid' }),
    alert_id: Type.String({ format: 'uuid' }),
    user_id: UserIdSchema,
    name: Type.String({ description: 'of the alert' }),
    rule: Type.String({ description: 'the condition in words' }),
    coin_id: CoinIdSchema,
    at: Type.Integer({
      description: 'when it came true, epoch ms; of a late one the minute’s open',
    }),
    told_at: Type.Integer({ description: 'when that was known, epoch ms' }),
    value: Type.Number({ description: 'what reached the bound' }),
    price: Type.Number({ description: 'USD, at that moment; of a late one the minute’s close' }),
    quality: PriceQualitySchema,
    simulated: Type.Boolean(),
    sources: Type.Array(Type.String(), { description: 'venues whose prices count' }),
    late: Type.Boolean({
      description: 'true: came true while no prices came, and was found in repaired candles',
    }),
    note: nullable(Type.String(), 'of the alert; null: none'),
    seen: Type.Boolean({ description: 'whether its owner has seen it in the app' }),
  },
  { title: 'AlertFiring' },
);
export type AlertFiring = Static<typeof AlertFiringSchema>;

export const AlertLineSchema = Type.Object(
  {
    line: Type.String({
      ...{ minLength: 1, maxLength: 200 },
      description: 'such as `BTC < 60k for 5 min`',
    }),
  },
  { title: 'AlertLine', examples: [{ line: 'BTC < 60k for 5 min' }] },
);

export const AlertPreviewRequestSchema = Type.Object(
  {
    coin_id: AskedCoinSchema,
    condition: ConditionSchema,
    recurring: fields.recurring,
    hysteresis_pct: fields.hysteresis_pct,
    cooldown_s: fields.cooldown_s,
    days: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 90, default: 90, description: 'how far back' }),
    ),
  },
  {
    title: 'AlertPreviewRequest',
    additionalProperties: false,
    examples: [
      {
        coin_id: 'bitcoin',
        condition: { quantity: 'price', direction: 'crosses_below', bound: 60000 },
        recurring: true,
      },
    ],
  },
);
export type AlertPreviewRequest = Static<typeof AlertPreviewRequestSchema>;

export const AlertPreviewSchema = Type.Object(
  {
    coin_id: CoinIdSchema,
    rule: Type.String(),
    from: Type.Integer({ description: 'open of the first bar that was looked at, epoch ms' }),
    to: Type.Integer({ description: 'end of the last one, epoch ms' }),
    interval: Type.String({ description: 'of the bars that were looked at' }),
    bars: Type.Integer({ minimum: 0 }),
    firings: Type.Array(
      Type.Object(
        {
          at: Type.Integer({ description: 'open of the bar, epoch ms' }),
          value: Type.Number(),
          price: Type.Number({ description: 'close of the bar, USD' }),
        },
        { title: 'AlertPreviewFiring' },
      ),
      { description: 'oldest first' },
    ),
    assumptions: Type.Array(Type.String(), { description: 'what bars cannot tell, in words' }),
  },
  { title: 'AlertPreview' },
);
export type AlertPreview = Static<typeof AlertPreviewSchema>;

const FiledAlertSchema = Type.Omit(AlertRequestSchema, ['channels'], {
  title: 'FiledAlert',
  additionalProperties: false,
});
export const AlertsFileSchema = Type.Object(
  {
    tidemark_alerts: Type.Integer({
      ...{ minimum: 1, maximum: 1 },
      description: 'version of the form: 1',
    }),
    alerts: Type.Array(FiledAlertSchema, { maxItems: MAX_ALERTS }),
  },
  {
    title: 'AlertsFile',
    description: 'alerts to keep or to take elsewhere; channels stay with their account',
    additionalProperties: false,
    examples: [
      {
        tidemark_alerts: 1,
        alerts: [
          {
            coins: null,
            condition: { quantity: 'move', direction: 'above', bound: 5, window_min: 60 },
          },
        ],
      },
    ],
  },
);
export type AlertsFile = Static<typeof AlertsFileSchema>;

/** How alerts fare, without what they say. */
export const AlertCountsSchema = Type.Object(
  {
    alerts: Type.Integer(),
    accounts: Type.Integer({ description: 'that have any' }),
    fired_24h: Type.Integer(),
    sent_24h: Type.Integer(),
    waiting: Type.Integer({ description: 'to be sent' }),
    dead: Type.Integer({ description: 'given up on' }),
    kinds: Type.Array(
      Type.Object(
        {
          kind: Type.String(),
          sent_24h: Type.Integer(),
          failed_24h: Type.Integer({ description: 'attempts' }),
        },
        { title: 'AlertKindCounts' },
      ),
    ),
  },
  { title: 'AlertCounts' },
);
export type AlertCounts = Static<typeof AlertCountsSchema>;

/** The bus message: an alert was made, changed or deleted. */
export const AlertChangedSchema = Type.Object(
  { alert_id: Type.String({ format: 'uuid' }) },
  { title: 'AlertChanged' },
);
export type AlertChanged = Static<typeof AlertChangedSchema>;

export const AlertsSeenSchema = Type.Object(
  { through: askedTimeSchema('what was told up to then has been seen') },
  { title: 'AlertsSeen' },
);
export const AlertUnseenSchema = Type.Object(
  {
    unseen: Type.Integer({ minimum: 0 }),
    latest: nullableNumber('epoch ms of the newest; null: none'),
  },
  { title: 'AlertUnseen' },
);
