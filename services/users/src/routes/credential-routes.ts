import {
  CREDENTIAL_PATH,
  CredentialAnswerSchema,
  CredentialSchema,
  KEYS_PATH,
} from '@tidemark/contracts/credential';
import { ErrorEnvelopeSchema } from '@tidemark/contracts/envelope';
import { endpoint, ok, ALWAYS, NO_QUERY } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import type { UsersParts } from '../assemble.ts';

const holderOptions = endpoint({
  id: 'findHolder',
  access: 'gateway',
  summary: 'Whom a credential stands for',
  tag: 'users',
  body: CredentialSchema,
  data: CredentialAnswerSchema,
});

const KeySetSchema = Type.Object(
  { keys: Type.Array(Type.Record(Type.String(), Type.String()), { description: 'JWKs' }) },
  { title: 'KeySet' },
);

/** What gateways ask: whom a credential stands for, and the keys that access tokens can be checked with. */
export function credentialRoutes(
  app: TypedApp,
  { holders, signingKeys }: Pick<UsersParts, 'holders' | 'signingKeys'>,
): void {
  app.post(
    CREDENTIAL_PATH,
    // Each kind has fields of its own; "no other fields" is not for the union to say.
    { ...holderOptions, schema: { ...holderOptions.schema, body: CredentialSchema } },
    async (request) => ok(request, { holder: await holders.holderOf(request.body) }),
  );

  app.get(
    KEYS_PATH,
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listSigningKeys',
        summary: 'Public keys of access tokens: a JWK set (RFC 7517), without the envelope',
        tags: ['users'],
        'x-answers': 'The keys',
        'x-refuses': ALWAYS,
        querystring: NO_QUERY,
        response: { 200: KeySetSchema, '4xx': ErrorEnvelopeSchema, '5xx': ErrorEnvelopeSchema },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'public, max-age=60');
      return { keys: await signingKeys.publicKeys() };
    },
  );
}
