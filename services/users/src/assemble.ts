import { smtpSender } from '@tidemark/mail/smtp-sender';
import { AccountChanges } from './accounts/account-changes.ts';
import { Registrations } from './accounts/registration.ts';
import { SignIn } from './accounts/sign-in.ts';
import { Administration } from './admin/administration.ts';
import { ApiKeys } from './api-keys/api-keys.ts';
import { AuditLog } from './audit/audit-log.ts';
import type { UsersContext } from './context.ts';
import { CodeGuesses } from './delays/code-guesses.ts';
import { DelayKeys } from './delays/delay-keys.ts';
import { SignInDelays } from './delays/sign-in-delays.ts';
import { Notices } from './mail/notices.ts';
import { Outbox } from './mail/outbox.ts';
import { Passwords } from './passwords/passwords.ts';
import { PreferencesStore } from './preferences/preferences-store.ts';
import { PasswordChanges } from './resets/password-changes.ts';
import { ResetRequests } from './resets/reset-requests.ts';
import { CredentialHolders } from './sessions/credential-holders.ts';
import { Refreshing } from './sessions/refreshing.ts';
import { SessionEnds } from './sessions/session-ends.ts';
import { SessionReplies } from './sessions/session-replies.ts';
import { Sessions } from './sessions/sessions.ts';
import { SigningOut } from './sessions/signing-out.ts';
import type { UsersTables } from './tables.ts';
import { AccessTokens } from './tokens/access-tokens.ts';
import { CsrfTokens } from './tokens/csrf-token.ts';
import { RefreshTokens } from './tokens/random-token.ts';
import { SigningKeys } from './tokens/signing-keys.ts';
import { Enrolment } from './two-factor/enrolment.ts';
import { OwnerProof } from './two-factor/owner-proof.ts';
import { SecondFactorCheck } from './two-factor/second-factor-check.ts';

/** Everything that users is made of. */
export type UsersParts = ReturnType<typeof assemble>;

/**
 * Builds the parts and ties them together; `instead` replaces some, as tests do with slow ones.
 * @param stopping aborted when the process is to stop
 * @throws Error where `SMTP_URL` cannot be read
 */
export function assemble(
  { database, ...given }: UsersContext,
  stopping: AbortSignal,
  instead: { passwords?: Passwords } = {},
) {
  const db = database.as<UsersTables>();
  const { clock, secret } = given;
  const { BCRYPT_ROUNDS, MAIL_FROM, SMTP_URL } = given.config;
  const basis = {
    ...{ ...given, db, stopping },
    audit: new AuditLog(clock),
    passwords: instead.passwords ?? new Passwords(BCRYPT_ROUNDS),
    delays: new SignInDelays(db, clock),
    delayKeys: new DelayKeys(secret),
    sessions: new Sessions(clock),
    csrf: new CsrfTokens(secret),
    refreshTokens: new RefreshTokens(secret),
    outbox: new Outbox({ ...given, sender: SMTP_URL ? smtpSender(SMTP_URL, MAIL_FROM) : null }),
  };
  const notices = new Notices(basis);
  const shared = {
    ...basis,
    notices,
    sessionEnds: new SessionEnds(basis),
    secondFactor: new SecondFactorCheck({ ...basis, notices }),
    codeGuesses: new CodeGuesses({ ...basis, notices }),
  };
  const signingKeys = new SigningKeys(shared);
  const accessTokens = new AccessTokens(signingKeys, clock);
  const signingOut = new SigningOut(shared);
  const ownerProof = new OwnerProof(shared);
  return {
    ...shared,
    ...{ signingKeys, signingOut, ownerProof },
    sessionReplies: new SessionReplies({ ...shared, accessTokens, signingOut }),
    refreshing: new Refreshing(shared),
    holders: new CredentialHolders(shared),
    registrations: new Registrations(shared),
    signIn: new SignIn(shared),
    accountChanges: new AccountChanges({ ...shared, ownerProof }),
    preferences: new PreferencesStore(shared),
    passwordChanges: new PasswordChanges(shared),
    resetRequests: new ResetRequests(shared),
    enrolment: new Enrolment(shared),
    apiKeys: new ApiKeys(shared),
    administration: new Administration(shared),
  };
}
