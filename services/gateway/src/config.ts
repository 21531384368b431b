import { GatewaySecretSchema } from '@tidemark/service/identity/gateway-secret';
import Type, { type Static } from 'typebox';

const ReplicasSchema = Type.Array(
  Type.String({ pattern: '^https?://[^/?#@\\s]+/?$', maxLength: 300 }),
  {
    minItems: 1,
    maxItems: 100,
    description: 'origins of its replicas, such as http://a:8001,http://b:8001',
  },
);

/** What the gateway reads. Which of these must be set depends on what runs beside it: see `upstreamFaults`. */
export const configSchema = Type.Object({
  GATEWAY_SECRET: Type.Optional(GatewaySecretSchema),
  MARKET_DATA_URL: Type.Optional(ReplicasSchema),
});
export type GatewayConfig = Readonly<Static<typeof configSchema>>;

/** The variables that list replicas of a service. */
export type UpstreamVariable = Exclude<keyof GatewayConfig, 'GATEWAY_SECRET'>;
