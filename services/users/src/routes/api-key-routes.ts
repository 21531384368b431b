import { ApiKeyRequestSchema, ApiKeySchema, NewApiKeySchema } from '@tidemark/contracts/api-key';
import { TidemarkError } from '@tidemark/contracts/errors';
import { PATH_ID, UserParamsSchema } from '@tidemark/contracts/user';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import { isUuid, ownAccountId } from '@tidemark/service/identity/own-account';
import type { ApiKeys } from '../api-keys/api-keys.ts';
import { callerOf } from '../audit/caller.ts';

const PATH = '/api/users/:user_id/api-keys';
const KeyParamsSchema = Type.Object({
  ...UserParamsSchema.properties,
  key_id: Type.String({ ...PATH_ID, description: 'id of the key, as in the list' }),
});

/** Personal API keys. */
export function apiKeyRoutes(app: TypedApp, keys: ApiKeys): void {
  listRoute(app, keys);
  createRoute(app, keys);
  revokeRoute(app, keys);
}

function listRoute(app: TypedApp, keys: ApiKeys): void {
  app.get(
    PATH,
    endpoint({
      id: 'listApiKeys',
      access: 'account',
      summary: 'Your API keys, newest first, without the keys themselves',
      tag: 'users',
      params: UserParamsSchema,
      data: Type.Array(ApiKeySchema),
    }),
    async (request) => {
      const userId = ownAccountId(request);
      return ok(request, await keys.list(userId));
    },
  );
}

function createRoute(app: TypedApp, keys: ApiKeys): void {
  app.post(
    PATH,
    endpoint({
      id: 'createApiKey',
      answers: 'The key, shown this once',
      refuses: ['CONFLICT'],
      access: 'account',
      summary: 'Make an API key; the answer is the only one that has it',
      tag: 'users',
      params: UserParamsSchema,
      body: ApiKeyRequestSchema,
      data: NewApiKeySchema,
      status: 201,
    }),
    async (request, reply) => {
      const userId = ownAccountId(request);
      const { name, scope, expires_at } = request.body;
      const wanted = { name: nameOf(name), scope, expiresAt: timeOf(expires_at ?? null) };
      const made = await keys.create(callerOf(request), userId, wanted);
      reply.header('cache-control', 'no-store');
      return reply.code(201).send(ok(request, made));
    },
  );
}

function revokeRoute(app: TypedApp, keys: ApiKeys): void {
  app.delete(
    `${PATH}/:key_id`,
    endpoint({
      id: 'revokeApiKey',
      answers: 'Done',
      access: 'account',
      summary: 'Revoke an API key, at once and everywhere',
      tag: 'users',
      params: KeyParamsSchema,
      data: Type.Null(),
    }),
    async (request) => {
      const userId = ownAccountId(request);
      const keyId = request.params.key_id.toLowerCase();
      if (isUuid(keyId) && (await keys.revoke(callerOf(request), userId, keyId))) {
        return ok(request, null);
      }
      throw new TidemarkError('RESOURCE_NOT_FOUND', 'API key not found.');
    },
  );
}

/** A name that can be shown in one line; PostgreSQL keeps no zero character. */
function nameOf(text: string): string {
  const name = text.trim();
  if (name !== '' && !/\p{Cc}/u.test(name)) return name;
  throw refusal('name', 'must be one line of text');
}

function timeOf(text: string | null): Date | null {
  if (text === null) return null;
  const time = new Date(text);
  if (!Number.isNaN(time.getTime())) return time;
  throw refusal('expires_at', 'is no time');
}

function refusal(field: string, reason: string): TidemarkError {
  return new TidemarkError('INVALID_REQUEST', `body.${field} ${reason}`, [
    { field: `body.${field}`, reason },
  ]);
}
