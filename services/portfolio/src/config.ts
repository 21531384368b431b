import { IdentityKeySchema } from '@tidemark/service/identity/identity-keys';
import { ReplicasSchema } from '@tidemark/service-calls/replica-address';
import Type, { type Static } from 'typebox';

/** Environment variables of the service. */
export const configSchema = Type.Object({
  IDENTITY_KEY: Type.Optional(IdentityKeySchema),
  USERS_URL: Type.Optional(ReplicasSchema),
  MARKET_DATA_URL: Type.Optional(ReplicasSchema),
});
export type PortfolioConfig = Readonly<Static<typeof configSchema>>;
