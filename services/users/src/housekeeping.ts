import { REFRESH_TOKEN_S } from '@tidemark/contracts/session';
import { Housekeeping } from '@tidemark/service/housekeeping';
import type { UsersParts } from './assemble.ts';

const DAY_MS = 86_400_000;
/** Sessions are forgotten so long after they are over, ms. */
const SESSIONS_KEPT_MS = DAY_MS;

type Parts = Pick<UsersParts, 'db' | 'clock' | 'config' | 'logger' | 'delays' | 'signingKeys'>;

/** Forgets what is over. */
export function usersHousekeeping(parts: Parts): Housekeeping {
  const { delays, signingKeys } = parts;
  return new Housekeeping(parts, [
    { what: 'old sessions', remove: () => forgetSessions(parts) },
    { what: 'old sign-in delays', remove: () => delays.prune() },
    { what: 'old signing keys', remove: () => signingKeys.prune() },
    { what: 'old security events', remove: () => forgetEvents(parts) },
  ]);
}

/** Refresh tokens too that were used so long ago that they would have expired: those end no session any more. */
async function forgetSessions({ db, clock }: Parts): Promise<void> {
  const before = new Date(clock.now() - SESSIONS_KEPT_MS);
  await db
    .deleteFrom('sessions')
    .where((eb) => eb.or([eb('expires_at', '<', before), eb('ended_at', '<', before)]))
    .execute();
  const expired = new Date(clock.now() - REFRESH_TOKEN_S * 1000);
  await db.deleteFrom('refresh_tokens').where('used_at', '<', expired).execute();
}

async function forgetEvents({ db, clock, config }: Parts): Promise<void> {
  const before = new Date(clock.now() - config.SECURITY_LOG_RETENTION_DAYS * DAY_MS);
  await db.deleteFrom('security_events').where('at', '<', before).execute();
}
