import type { ApiKeyScope } from '@tidemark/contracts/api-key';
import type { PreferencesChange } from '@tidemark/contracts/preferences';
import type { SecurityEventName } from '@tidemark/contracts/security-event';
import type { UserRole } from '@tidemark/contracts/user';
import type { ColumnType, Generated, Kysely } from 'kysely';

/** JSONB: read as its value, written as JSON text. */
type Jsonb<T> = ColumnType<T, string, string>;

export interface UsersTables {
  users: {
    id: string;
    username: string;
    /** In lower case, as it is unique. */
    username_key: string;
    email: string;
    /** In lower case, as it is unique. */
    email_key: string;
    password_hash: string;
    role: UserRole;
    is_active: boolean;
    /** What was chosen; the rest are the defaults. */
    preferences: Jsonb<PreferencesChange>;
    /** Counts the changes, so that the cache keeps the newest. */
    preferences_version: Generated<number>;
    created_at: Date;
    password_changed_at: Date;
  };
  /** A sign-in and all refresh tokens that came from it: one family. */
  sessions: {
    id: string;
    user_id: string;
    created_at: Date;
    last_used_at: Date;
    expires_at: Date;
    ended_at: Date | null;
    address: string;
    user_agent: string | null;
  };
  refresh_tokens: {
    /** SHA-256 of the token, hex. */
    hash: string;
    session_id: string;
    created_at: Date;
    /** When it was exchanged for the next one; used again after that and the grace, it ends the session. */
    used_at: Date | null;
    /** What the next one was derived with, beside this one; null until it is used. */
    next_salt: string | null;
  };
  api_keys: {
    id: string;
    user_id: string;
    name: string;
    scope: ApiKeyScope;
    /** SHA-256 of the key, hex. */
    hash: string;
    hint: string;
    created_at: Date;
    expires_at: Date | null;
    last_used_at: Date | null;
  };
  two_factor: {
    user_id: string;
    /** The seed, sealed for the user. */
    secret: string;
    /** Null: begun, and not counted yet. */
    confirmed_at: Date | null;
    /** The newest time step that signed in: no code counts twice (RFC 6238, 5.2). */
    last_step: number;
    created_at: Date;
  };
  recovery_codes: {
    user_id: string;
    hash: string;
    used_at: Date | null;
  };
  password_resets: {
    /** SHA-256 of the token, hex. */
    hash: string;
    user_id: string;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
  };
  /** Failed sign-ins in a row, by account and by address. */
  login_delays: {
    /** Says of whom without saying it: a hash. */
    key: string;
    failures: number;
    last_failure_at: Date;
    blocked_until: Date;
  };
  security_events: {
    id: Generated<number>;
    event: SecurityEventName;
    at: Date;
    user_id: string | null;
    actor_id: string | null;
    address: string;
    user_agent: string | null;
    details: Jsonb<Record<string, string>>;
  };
  signing_keys: {
    kid: string;
    public_jwk: Jsonb<Record<string, string>>;
    /** The private JWK, sealed for its kid. */
    private_jwk: string;
    created_at: Date;
    /** From then on it signs nothing; what it signed is good until it expires. */
    retired_at: Date | null;
  };
}

/** The service's tables, in a transaction or not. */
export type UsersDb = Kysely<UsersTables>;
