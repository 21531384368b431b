import { KEYS_PATH } from '@tidemark/contracts/credential';
import { ErrorEnvelopeSchema } from '@tidemark/contracts/envelope';
import { ALWAYS, NO_QUERY } from '@tidemark/service/reply';
import Type from 'typebox';
import type { UsersParts } from '../assemble.ts';
import type { TypedApp } from '@tidemark/service/typed-app';
import { tag } from './route-parts.ts';

const KeySetSchema = Type.Object(
  { keys: Type.Array(Type.Record(Type.String(), Type.String()), { description: 'JWKs' }) },
  { title: 'KeySet' },
);

/** Keys that access tokens can be checked with. */
export function keysRoutes(app: TypedApp, { signingKeys }: UsersParts): void {
  app.get(
    KEYS_PATH,
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listSigningKeys',
        summary: 'Public keys of access tokens: a JWK set (RFC 7517), without the envelope',
        tags: [tag],
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
