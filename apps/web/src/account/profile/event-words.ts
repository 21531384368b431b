import type { SecurityEventName } from '@tidemark/contracts/security-event';

/** What the log of an account records, in words. */
export const EVENT_WORDS: Record<SecurityEventName, string> = {
  registered: 'Account created',
  login_succeeded: 'Signed in',
  login_failed: 'Sign-in failed',
  login_delayed: 'Sign-in held back after failures',
  logged_out: 'Signed out',
  logged_out_everywhere: 'Signed out everywhere',
  session_revoked: 'Session ended',
  refresh_token_reused: 'Session ended: an old token was used again',
  password_changed: 'Password changed',
  password_reset_requested: 'Link for a new password asked for',
  password_reset: 'Password set by link',
  account_updated: 'Account changed',
  account_deleted: 'Account deleted',
  account_deactivated: 'Account deactivated',
  account_activated: 'Account activated',
  role_changed: 'Role changed',
  api_key_created: 'API key created',
  api_key_revoked: 'API key revoked',
  two_factor_enabled: 'Second factor turned on',
  two_factor_disabled: 'Second factor turned off',
  recovery_codes_replaced: 'Recovery codes replaced',
  recovery_code_used: 'Recovery code used',
  second_factor_guessed: 'Wrong codes after the right password',
  cache_invalidated: 'Cache dropped',
  signing_key_rotated: 'Signing key replaced',
};

/** Those that deserve a second look. */
const ALARMING: ReadonlySet<SecurityEventName> = new Set([
  'login_failed',
  'login_delayed',
  'refresh_token_reused',
  'recovery_code_used',
  'second_factor_guessed',
  'two_factor_disabled',
]);

export function isAlarming(event: SecurityEventName): boolean {
  return ALARMING.has(event);
}
