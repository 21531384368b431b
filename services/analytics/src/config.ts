import { GatewaySecretSchema } from '@tidemark/service/identity/gateway-secret';
import { ReplicasSchema } from '@tidemark/service-calls/replicas-schema';
import Type, { type Static } from 'typebox';

/** Environment variables of analytics. */
export const configSchema = Type.Object({
  GATEWAY_SECRET: Type.Optional(GatewaySecretSchema),
  MARKET_DATA_URL: Type.Optional(ReplicasSchema),
  ANALYTICS_WARM_COINS: Type.Integer({
    default: 10,
    minimum: 0,
    maximum: 100,
    description:
      'coins, the most asked for, whose usual figures are computed before they are asked for',
  }),
});
export type AnalyticsConfig = Readonly<Static<typeof configSchema>>;
