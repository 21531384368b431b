import Type, { type Static } from 'typebox';

/** The variables that every process reads. */
export const CommonConfigSchema = Type.Object({
  HOST: Type.String({ default: '127.0.0.1', description: 'address to listen on' }),
  PORT: Type.Integer({
    default: 8000,
    minimum: 0,
    maximum: 65_535,
    description: 'port to listen on; 0 takes a free one',
  }),
  DATA_DIR: Type.String({ default: './data', description: 'folder that everything is kept in' }),
  LOG_LEVEL: Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
    default: 'info',
  }),
  ENVIRONMENT: Type.Enum(['development', 'staging', 'production'], { default: 'development' }),
  MARKET_SOURCE: Type.Enum(['auto', 'live', 'simulated'], { default: 'auto' }),
  TARGET: Type.Array(Type.String(), {
    default: ['all'],
    description: 'modules to run, such as gateway or market-data; all runs every one',
  }),
});
export type CommonConfig = Readonly<Static<typeof CommonConfigSchema>>;

/** `PUBLIC_URL`: an origin. */
export const PublicUrlSchema = Type.String({
  pattern: '^https?://[^/?#\\s]+/?$',
  description: 'where people reach this Tidemark, such as https://tidemark.example',
});

/** `SMTP_URL`: how a mail server is reached. */
export const SmtpUrlSchema = Type.String({
  pattern: '^smtps?://[^\\s]+$',
  description: 'a mail server such as smtps://user:password@mail.example:465',
});

export const MailFromSchema = Type.String({
  default: 'Tidemark <tidemark@localhost>',
  pattern: '^[^\\r\\n]+@[^\\r\\n]+$',
  description: 'who mail comes from',
});
