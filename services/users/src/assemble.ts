import { AccountChanges } from './accounts/account-changes.ts';
import { Registrations } from './accounts/registration.ts';
import { SignIn } from './accounts/sign-in.ts';
import { ApiKeyHolders } from './api-keys/api-key-holders.ts';
import { AuditLog } from './audit/audit-log.ts';
import type { UsersBasis, UsersContext } from './context.ts';
import { CodeGuesses } from './delays/code-guesses.ts';
import { DelayKeys } from './delays/delay-keys.ts';
import { SignInDelays } from './delays/sign-in-delays.ts';
import { Notices } from './mail/notices.ts';
import { openOutbox, type Outbox } from './mail/outbox.ts';
import { Passwords } from './passwords/passwords.ts';
import { ResetRequests } from './resets/reset-requests.ts';
import { CredentialHolders } from './sessions/credential-holders.ts';
import { EndedSessions } from './sessions/ended-sessions.ts';
import { Refreshing } from './sessions/refreshing.ts';
import type { SessionEnds } from './sessions/session-ends.ts';
import { Sessions } from './sessions/sessions.ts';
import { SigningOut } from './sessions/signing-out.ts';
import type { UsersTables } from './tables.ts';
import { AccessTokens } from './tokens/access-tokens.ts';
import { CsrfTokens } from './tokens/csrf-token.ts';
import { RefreshTokens } from './tokens/refresh-token.ts';
import { SigningKeys } from './tokens/signing-keys.ts';
import { OwnerProof } from './two-factor/owner-proof.ts';
import { SecondFactorCheck } from './two-factor/second-factor-check.ts';

/** What the service's parts are made of. */
export interface UsersParts extends UsersBasis {
  /** Aborted when the process is to stop. */
  stopping: AbortSignal;
  audit: AuditLog;
  passwords: Passwords;
  delays: SignInDelays;
  delayKeys: DelayKeys;
  codeGuesses: CodeGuesses;
  sessionEnds: SessionEnds;
  sessions: Sessions;
  refreshing: Refreshing;
  signingOut: SigningOut;
  signingKeys: SigningKeys;
  accessTokens: AccessTokens;
  csrf: CsrfTokens;
  registrations: Registrations;
  signIn: SignIn;
  secondFactor: SecondFactorCheck;
  ownerProof: OwnerProof;
  accountChanges: AccountChanges;
  apiKeyHolders: ApiKeyHolders;
  outbox: Outbox;
  notices: Notices;
  resetRequests: ResetRequests;
  holders: CredentialHolders;
}

/** Puts the parts together; `instead` replaces some, as tests do with slow ones. */
export function assemble(
  { database, ...given }: UsersContext,
  stopping: AbortSignal,
  instead: Partial<Pick<UsersParts, 'passwords'>> = {},
): UsersParts {
  const { clock, config, secret } = given;
  const db = database.as<UsersTables>();
  const basis = {
    ...given,
    db,
    stopping,
    audit: new AuditLog(clock),
    passwords: instead.passwords ?? new Passwords(config.BCRYPT_ROUNDS),
    delays: new SignInDelays(db, clock),
    delayKeys: new DelayKeys(secret),
    csrf: new CsrfTokens(secret),
    sessions: new Sessions(clock),
    outbox: openOutbox(given),
  };
  const notices = new Notices(basis);
  const withEnds = {
    ...basis,
    notices,
    sessionEnds: new EndedSessions(basis),
    secondFactor: new SecondFactorCheck({ ...basis, notices }),
    codeGuesses: new CodeGuesses({ ...basis, notices }),
  };
  const signingKeys = new SigningKeys(withEnds);
  const ownerProof = new OwnerProof(withEnds);
  const apiKeyHolders = new ApiKeyHolders(withEnds);
  return {
    ...withEnds,
    signingKeys,
    accessTokens: new AccessTokens(signingKeys, clock),
    refreshing: new Refreshing({ ...withEnds, refreshTokens: new RefreshTokens(secret) }),
    signingOut: new SigningOut(withEnds),
    registrations: new Registrations(withEnds),
    signIn: new SignIn(withEnds),
    ownerProof,
    accountChanges: new AccountChanges({ ...withEnds, ownerProof }),
    apiKeyHolders,
    resetRequests: new ResetRequests(withEnds),
    holders: new CredentialHolders({ ...withEnds, apiKeyHolders }),
  };
}
