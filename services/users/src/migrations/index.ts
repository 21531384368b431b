import type { Migration } from 'kysely/migration';
import { users } from './0001-users.ts';
import { refreshGrace, sessions } from './0002-sessions.ts';
import { signInProofs } from './0003-sign-in-proofs.ts';
import { securityEvents } from './0004-security-events.ts';
import { signingKeys } from './0005-signing-keys.ts';

/** The service's tables; names sort in the order of application. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-users': users,
  '0002-sessions': sessions,
  '0003-sign-in-proofs': signInProofs,
  '0004-security-events': securityEvents,
  '0005-signing-keys': signingKeys,
  '0006-refresh-grace': refreshGrace,
};
