import { generateSecret, generateURI, verifySync } from 'otplib';

const SEED_BYTES = 20;
const STEP_S = 30;
const DIGITS = 6;
const ISSUER = 'Tidemark';

/** A new seed, 160 bits in base32. */
export function newSeed(): string {
  return generateSecret({ length: SEED_BYTES });
}

/** What an authenticator reads from a QR code. SHA-1, six digits and 30 s are what every authenticator knows. */
export function otpauthUrl(seed: string, username: string): string {
  return generateURI({ issuer: ISSUER, label: username, secret: seed });
}

/** Whether a text has the form of a code. */
export function isTotp(code: string): boolean {
  return /^\d{6}$/.test(code);
}

/**
 * The time step that a code of six digits belongs to, of the present one and the two beside it; null: none (RFC 6238).
 * @param now epoch ms
 */
export function stepOf(seed: string, code: string, now: number): number | null {
  const result = verifySync({
    secret: seed,
    token: code,
    algorithm: 'sha1',
    digits: DIGITS,
    period: STEP_S,
    epoch: Math.floor(now / 1000),
    epochTolerance: STEP_S,
  });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}
