import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import Type from 'typebox';

/** `IDENTITY_KEY`: what a process signs with that asks services in other processes. PKCS#8, in base64. */
export const IdentityKeySchema = Type.String({
  pattern: '^MC4CAQAwBQYDK2VwBCIEI[A-Za-z0-9+/]{43}$',
  description:
    'the second line of what `openssl genpkey -algorithm ed25519` prints, of this service alone',
});

/** `IDENTITY_PUBLIC_KEYS`: whom a process without the gateway believes. SubjectPublicKeyInfo, in base64. */
export const IdentityPublicKeysSchema = Type.Array(
  Type.String({ pattern: '^[a-z][a-z-]*:MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=$' }),
  {
    minItems: 1,
    description:
      'gateway:KEY, and one more for each service that asks this one, with commas; KEY is the second line of what ' +
      '`openssl pkey -pubout` prints. Several of one name are all believed',
  },
);

/** A public key, and whose it is. */
export interface TrustedKey {
  /** `gateway`, or the name of a service. */
  name: string;
  kid: string;
  key: KeyObject;
}

/** @param text as in `IDENTITY_KEY` */
export function privateKeyOf(text: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
}

/** @param entries as in `IDENTITY_PUBLIC_KEYS` */
export function trustedKeysOf(entries: readonly string[]): TrustedKey[] {
  return entries.map((entry) => {
    const [name = '', text = ''] = entry.split(':');
    const der = Buffer.from(text, 'base64');
    return trusted(name, createPublicKey({ key: der, format: 'der', type: 'spki' }));
  });
}

/** Names a key pair by its public half. */
export function kidOf(key: KeyObject): string {
  const half = key.type === 'public' ? key : createPublicKey(key);
  const der = half.export({ format: 'der', type: 'spki' });
  return createHash('sha256').update(der).digest('base64url').slice(0, 16);
}

/** A pair that a process makes for what it asks of itself; nothing that is signed for another process opens it. */
export function ownKeys(): { key: KeyObject; trusts: TrustedKey } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { key: privateKey, trusts: trusted('gateway', publicKey) };
}

/** A new pair, in the forms of the two variables. */
export function newIdentityKeys(): { privateKey: string; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  };
}

function trusted(name: string, key: KeyObject): TrustedKey {
  return { name, kid: kidOf(key), key };
}
