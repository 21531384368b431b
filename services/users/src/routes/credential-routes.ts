import {
  CREDENTIAL_PATH,
  CredentialAnswerSchema,
  CredentialSchema,
} from '@tidemark/contracts/credential';
import { endpoint, ok } from '@tidemark/service/reply';
import type { UsersParts } from '../assemble.ts';
import type { TypedApp } from '@tidemark/service/typed-app';
import { tag } from './route-parts.ts';

const options = endpoint({
  id: 'findHolder',
  access: 'gateway',
  summary: 'Whom a credential stands for',
  tag,
  body: CredentialSchema,
  data: CredentialAnswerSchema,
});

/** What the gateway asks. */
export function credentialRoutes(app: TypedApp, { holders }: UsersParts): void {
  app.post(
    CREDENTIAL_PATH,
    // Each kind has fields of its own; "no other fields" is not for the union to say.
    { ...options, schema: { ...options.schema, body: CredentialSchema } },
    async (request) => ok(request, { holder: await holders.holderOf(request.body) }),
  );
}
