import Type, { type Static } from 'typebox';
import { ApiKeyScopeSchema } from './api-key.ts';
import { UserIdSchema, UserRoleSchema } from './user.ts';
import { nullable } from './nullable.ts';

/** What the gateway asks the users service about: a thing that says who somebody is. */
export const CredentialSchema = Type.Union([
  Type.Object({ kind: Type.Literal('session'), session_id: Type.String({ maxLength: 64 }) }),
  Type.Object({ kind: Type.Literal('api_key'), key: Type.String({ maxLength: 256 }) }),
  Type.Object({
    kind: Type.Literal('refresh_token'),
    refresh_token: Type.String({ maxLength: 512 }),
  }),
]);
export type Credential = Static<typeof CredentialSchema>;

/** Whom a credential stands for now. */
export const HolderSchema = Type.Object(
  {
    user_id: UserIdSchema,
    role: UserRoleSchema,
    scope: ApiKeyScopeSchema,
    session_id: nullable(Type.String(), 'null: an API key'),
  },
  { title: 'Holder' },
);
export type Holder = Static<typeof HolderSchema>;

/** `holder` null: it stands for nobody, or no longer. */
export const CredentialAnswerSchema = Type.Object(
  {
    holder: nullable(HolderSchema),
  },
  { title: 'CredentialAnswer' },
);

/** Where the gateway asks; nobody else may. */
export const CREDENTIAL_PATH = '/api/users/internal/credential';
/** Public keys that access tokens are signed with, a JWK set (RFC 7517). */
export const KEYS_PATH = '/api/users/keys';

/** Claims of an access token (RFC 9068). */
export const ACCESS_TOKEN = {
  issuer: 'tidemark',
  audience: 'tidemark-api',
  algorithm: 'EdDSA',
  type: 'at+jwt',
} as const;

/**
 * Cache keys of what the gateway was told about a credential: `{ holder: Holder | null }`. An answer is stored with
 * version 1 for `HOLDER_KEPT_MS`; the end of a credential with version 2 for `ENDED_KEPT_MS`, which no answer that was
 * asked for before can replace.
 */
export const sessionKey = (sessionId: string) => `credential:session:${sessionId}`;
/** @param digest SHA-256 of the key, hex */
export const apiKeyKey = (digest: string) => `credential:key:${digest}`;
export const HOLDER_VERSION = 1;
export const ENDED_VERSION = 2;
export const HOLDER_KEPT_MS = 10_000;
/** As long as an access token lives. */
export const ENDED_KEPT_MS = 15 * 60_000;
