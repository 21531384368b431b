import Type, { type Static } from 'typebox';
import { nullable } from './nullable.ts';

/** `read`: GET alone. `read_write`: everything but the account's own security. */
export const ApiKeyScopeSchema = Type.Enum(['read', 'read_write'], { title: 'ApiKeyScope' });
export type ApiKeyScope = Static<typeof ApiKeyScopeSchema>;

/** API keys begin with this, so that scanners for leaked secrets know them. */
export const API_KEY_PREFIX = 'tmk_';

export const ApiKeyRequestSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100, description: 'what it is for' }),
    scope: ApiKeyScopeSchema,
    expires_at: Type.Optional(
      nullable(
        Type.String({ format: 'date-time' }),
        'when it ends by itself; absent or null: never',
      ),
    ),
  },
  { title: 'ApiKeyRequest', examples: [{ name: 'notebook', scope: 'read' }] },
);

export const ApiKeySchema = Type.Object(
  {
    key_id: Type.String({ format: 'uuid' }),
    name: Type.String(),
    scope: ApiKeyScopeSchema,
    hint: Type.String({ description: 'its first characters, to know it by' }),
    created_at: Type.String({ format: 'date-time' }),
    expires_at: nullable(Type.String({ format: 'date-time' })),
    last_used_at: nullable(Type.String({ format: 'date-time' }), 'to within a minute; null: never'),
  },
  { title: 'ApiKey' },
);
export type ApiKey = Static<typeof ApiKeySchema>;

/** The only answer that has the key itself. */
export const NewApiKeySchema = Type.Object(
  {
    ...ApiKeySchema.properties,
    key: Type.String({ description: 'shown this once; for the header `Authorization: Bearer …`' }),
  },
  { title: 'CreatedApiKey', 'x-includes': 'ApiKey' },
);
export type NewApiKey = Static<typeof NewApiKeySchema>;
