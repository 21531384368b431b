import { MailFromSchema, PublicUrlSchema, SmtpUrlSchema } from '@tidemark/config/common-config';
import { IdentityKeySchema } from '@tidemark/service/identity/identity-keys';
import { ReplicasSchema } from '@tidemark/service-calls/replica-address';
import Type, { type Static } from 'typebox';

/** Environment variables of the service. */
export const configSchema = Type.Object({
  IDENTITY_KEY: Type.Optional(IdentityKeySchema),
  MARKET_DATA_URL: Type.Optional(ReplicasSchema),
  USERS_URL: Type.Optional(ReplicasSchema),
  PUBLIC_URL: Type.Optional(PublicUrlSchema),
  SMTP_URL: Type.Optional(SmtpUrlSchema),
  MAIL_FROM: MailFromSchema,
  ALERT_PRIVATE_TARGETS: Type.Boolean({
    default: false,
    description:
      'whether alerts may be sent to addresses of this machine and its network, such as a Home Assistant',
  }),
});
export type AlertsConfig = Readonly<Static<typeof configSchema>>;
