import Type, { type Static } from 'typebox';
import { nullable, nullableTime } from './nullable.ts';
import { EmailSchema, PATH_ID } from './user.ts';

/** Channels of an account. */
export const MAX_ALERT_CHANNELS = 20;

export const ALERT_CHANNEL_KINDS = ['webhook', 'push', 'mail', 'telegram'] as const;
export const AlertChannelKindSchema = Type.Enum(ALERT_CHANNEL_KINDS, { title: 'AlertChannelKind' });
export type AlertChannelKind = Static<typeof AlertChannelKindSchema>;

export const WEBHOOK_TEMPLATES = [
  'tidemark',
  'discord',
  'slack',
  'ntfy',
  'gotify',
  'home_assistant',
] as const;
export const WebhookTemplateSchema = Type.Enum(WEBHOOK_TEMPLATES, {
  title: 'WebhookTemplate',
  description: 'whose format the body has',
});
export type WebhookTemplate = Static<typeof WebhookTemplateSchema>;

const WEB_ADDRESS = {
  pattern: '^https?://[^/\\s\\\\][^\\s\\\\]*$',
  minLength: 10,
  maxLength: 1_000,
} as const;

export const WebhookSettingsSchema = Type.Object(
  {
    url: Type.String({
      ...WEB_ADDRESS,
      description: 'of the receiver; a user and a password in it are sent as Basic authentication',
    }),
    template: WebhookTemplateSchema,
  },
  { title: 'WebhookSettings' },
);
export type WebhookSettings = Static<typeof WebhookSettingsSchema>;

/** What a browser's `PushSubscription` is as JSON. */
export const PushSettingsSchema = Type.Object(
  {
    endpoint: Type.String({ ...WEB_ADDRESS, description: 'of the push service' }),
    keys: Type.Object(
      {
        p256dh: Type.String({
          pattern: '^[A-Za-z0-9_-]{87}=?$',
          description: 'public key of the browser: a point of P-256, uncompressed, base64url',
        }),
        auth: Type.String({
          pattern: '^[A-Za-z0-9_-]{22}={0,2}$',
          description: '16 bytes, base64url',
        }),
      },
      { title: 'PushKeys' },
    ),
  },
  { title: 'PushSettings' },
);
export type PushSettings = Static<typeof PushSettingsSchema>;

export const MailSettingsSchema = Type.Object({ address: EmailSchema }, { title: 'MailSettings' });
export type MailSettings = Static<typeof MailSettingsSchema>;

export const TelegramSettingsSchema = Type.Object(
  {
    chat_id: Type.String({
      pattern: '^(-?[0-9]{1,20}|@[A-Za-z][A-Za-z0-9_]{3,63})$',
      description: 'number of a chat, or @name of a channel',
    }),
    token: Type.String({
      pattern: '^[0-9]{1,20}:[A-Za-z0-9_-]{20,100}$',
      description: 'of the bot, as @BotFather gives it',
    }),
  },
  { title: 'TelegramSettings' },
);
export type TelegramSettings = Static<typeof TelegramSettingsSchema>;

/** Where alerts are sent: settings of a kind. */
export type AlertChannelSettings =
  | { kind: 'webhook'; settings: WebhookSettings }
  | { kind: 'push'; settings: PushSettings }
  | { kind: 'mail'; settings: MailSettings }
  | { kind: 'telegram'; settings: TelegramSettings };

const NameSchema = Type.String({
  minLength: 1,
  maxLength: 80,
  description: 'to tell it from others',
});

const requestOf = <K extends AlertChannelKind, S extends Type.TSchema>(kind: K, settings: S) =>
  Type.Object({ kind: Type.Literal(kind), name: NameSchema, settings });

export const AlertChannelRequestSchema = Type.Union(
  [
    requestOf('webhook', WebhookSettingsSchema),
    requestOf('push', PushSettingsSchema),
    requestOf('mail', MailSettingsSchema),
    requestOf('telegram', TelegramSettingsSchema),
  ],
  {
    title: 'AlertChannelRequest',
    examples: [
      {
        kind: 'webhook',
        name: 'Phone',
        settings: { url: 'https://ntfy.sh/my-alerts', template: 'ntfy' },
      },
    ],
  },
);
export type AlertChannelRequest = Static<typeof AlertChannelRequestSchema>;

const view = {
  channel_id: Type.String({ format: 'uuid' }),
  kind: AlertChannelKindSchema,
  name: Type.String(),
  to: Type.String({ description: 'where it leads, without what opens it' }),
  created_at: Type.String({ format: 'date-time' }),
  gone_at: nullableTime('when the other side said that it is no more; null: it is'),
};

export const AlertChannelSchema = Type.Object(view, { title: 'AlertChannel' });
export type AlertChannel = Static<typeof AlertChannelSchema>;

/** A channel just made: the only time that its secret is told. */
export const NewAlertChannelSchema = Type.Object(
  {
    ...view,
    secret: nullable(
      Type.String(),
      'what a webhook is signed with, as Standard Webhooks has it; null: it is none',
    ),
  },
  { title: 'CreatedAlertChannel' },
);
export type NewAlertChannel = Static<typeof NewAlertChannelSchema>;

export const AlertChannelParamsSchema = Type.Object({
  channel_id: Type.String({ ...PATH_ID, description: 'id of a channel of yours' }),
});

export const AlertChannelChangeSchema = Type.Object(
  { name: NameSchema },
  { title: 'AlertChannelChange', examples: [{ name: 'Phone' }] },
);
