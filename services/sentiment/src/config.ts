import { IdentityKeySchema } from '@tidemark/service/identity/identity-keys';
import { ReplicasSchema } from '@tidemark/service-calls/replica-address';
import Type, { type Static } from 'typebox';

const secret = (description: string) =>
  Type.Optional(Type.String({ minLength: 8, maxLength: 500, description }));

/** Environment variables of the service. */
export const configSchema = Type.Object({
  IDENTITY_KEY: Type.Optional(IdentityKeySchema),
  MARKET_DATA_URL: Type.Optional(ReplicasSchema),
  NEWS_FEEDS: Type.Boolean({
    default: true,
    description: 'whether news is read where the market is live',
  }),
  SIMULATED_NEWS_URL: Type.Optional(
    Type.String({
      pattern: '^https?://[^/]',
      description: 'where the simulator tells its news; read where the market is simulated',
    }),
  ),
  NEWSAPI_KEY: secret('key of newsapi.org, whose free plan is for development alone'),
  COINDESK_API_KEY: secret('key of data-api.coindesk.com, which is paid'),
  X_BEARER_TOKEN: secret('token of X’s recent search, which is paid by the post'),
  X_POSTS_PER_DAY: Type.Integer({
    default: 200,
    minimum: 50,
    maximum: 100_000,
    description: 'most posts that are read of X in a UTC day',
  }),
});
export type SentimentConfig = Readonly<Static<typeof configSchema>>;
