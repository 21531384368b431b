import Type, { type Static } from 'typebox';
import { nullable } from './nullable.ts';

/** What the audit log records. */
export const SECURITY_EVENTS = [
  'registered',
  'login_succeeded',
  'login_failed',
  'login_delayed',
  'logged_out',
  'logged_out_everywhere',
  'session_revoked',
  'refresh_token_reused',
  'password_changed',
  'password_reset_requested',
  'password_reset',
  'account_updated',
  'account_deleted',
  'account_deactivated',
  'account_activated',
  'role_changed',
  'api_key_created',
  'api_key_revoked',
  'two_factor_enabled',
  'two_factor_disabled',
  'recovery_codes_replaced',
  'recovery_code_used',
  'second_factor_guessed',
  'cache_invalidated',
  'signing_key_rotated',
] as const;
export type SecurityEventName = (typeof SECURITY_EVENTS)[number];

export const SecurityEventNameSchema = Type.Enum([...SECURITY_EVENTS], {
  title: 'SecurityEventName',
});

export const SecurityEventSchema = Type.Object(
  {
    event_id: Type.String(),
    event: SecurityEventNameSchema,
    at: Type.String({ format: 'date-time' }),
    user_id: nullable(Type.String({ format: 'uuid' }), 'whose account; null: none that exists'),
    actor_id: nullable(Type.String({ format: 'uuid' }), 'who did it; null: nobody signed in'),
    address: Type.String(),
    user_agent: nullable(Type.String()),
    details: Type.Record(Type.String(), Type.String()),
  },
  { title: 'SecurityEvent' },
);
export type SecurityEvent = Static<typeof SecurityEventSchema>;
