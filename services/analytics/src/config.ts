import { IdentityKeySchema } from '@tidemark/service/identity/identity-keys';
import { ReplicasSchema } from '@tidemark/service-calls/replica-address';
import Type, { type Static } from 'typebox';

/** Environment variables of analytics. */
export const configSchema = Type.Object({
  IDENTITY_KEY: Type.Optional(IdentityKeySchema),
  MARKET_DATA_URL: Type.Optional(ReplicasSchema),
  SENTIMENT_URL: Type.Optional(ReplicasSchema),
  ANALYTICS_WARM_COINS: Type.Integer({
    default: 10,
    minimum: 0,
    maximum: 100,
    description:
      'coins, the most asked for, whose usual figures are computed before they are asked for',
  }),
});
export type AnalyticsConfig = Readonly<Static<typeof configSchema>>;
