import { knownServices, type ReplicasVariable } from '@tidemark/contracts/services';
import { IdentityKeySchema } from '@tidemark/service/identity/identity-keys';
import { ReplicasSchema } from '@tidemark/service-calls/replica-address';
import Type, { type Static, type TOptional } from 'typebox';

/** Where each of the other services is. */
const replicas = Object.fromEntries(
  knownServices().map(({ variable }) => [variable, Type.Optional(ReplicasSchema)]),
) as Record<ReplicasVariable, TOptional<typeof ReplicasSchema>>;

function perMinute(of: number, what: string) {
  return Type.Integer({
    default: of,
    minimum: 1,
    maximum: 1_000_000,
    description: `${what} a minute, of each account or else each address`,
  });
}

/** What the gateway reads. Which of these must be set depends on what runs beside it: see `upstreamFaults`. */
export const configSchema = Type.Object({
  IDENTITY_KEY: Type.Optional(IdentityKeySchema),
  ...replicas,
  RATE_LIMIT_GENERAL_PER_MIN: perMinute(100, 'requests to the API'),
  RATE_LIMIT_AUTH_PER_MIN: perMinute(5, 'requests to sign in, to register or to reset a password'),
  RATE_LIMIT_DATA_PER_MIN: perMinute(1_000, 'reads of market data and analytics'),
  WS_CONNECTIONS_PER_USER: Type.Integer({
    default: 20,
    minimum: 1,
    maximum: 1_000_000,
    description: 'WebSockets that one account may have open at a gateway',
  }),
  WS_CONNECTIONS_PER_ADDRESS: Type.Integer({
    default: 50,
    minimum: 1,
    maximum: 1_000_000,
    description: 'WebSockets that those without an account may have open from one address',
  }),
});
export type GatewayConfig = Readonly<Static<typeof configSchema>>;

/** What concerns services in other processes. */
export type UpstreamConfig = Pick<GatewayConfig, 'IDENTITY_KEY' | ReplicasVariable>;
