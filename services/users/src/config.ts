import { MailFromSchema, PublicUrlSchema, SmtpUrlSchema } from '@tidemark/config/common-config';
import Type, { type Static } from 'typebox';

/** Environment variables of users. */
export const configSchema = Type.Object({
  REGISTRATION_OPEN: Type.Boolean({
    default: true,
    description: 'whether anyone may make an account; the first one may be made in any case',
  }),
  BCRYPT_ROUNDS: Type.Integer({
    default: 12,
    minimum: 12,
    maximum: 16,
    description: 'cost of a password hash; one more doubles it',
  }),
  PUBLIC_URL: Type.Optional(PublicUrlSchema),
  SMTP_URL: Type.Optional(SmtpUrlSchema),
  MAIL_FROM: MailFromSchema,
  SECURITY_LOG_RETENTION_DAYS: Type.Integer({
    default: 365,
    minimum: 1,
    maximum: 3650,
    description: 'how long security events are kept',
  }),
});
export type UsersConfig = Readonly<Static<typeof configSchema>>;
