import { createHmac, randomUUID } from 'node:crypto';
import { MemoryCache } from '@tidemark/cache/memory-cache';
import { TestClock } from '@tidemark/clock/test-clock';
import type { Holder } from '@tidemark/contracts/credential';
import { makeApiKey } from '@tidemark/service/api-key-form';
import { exportSPKI, importJWK } from 'jose';
import { TestUsers } from './test-users.ts';

const bearer = (token: string) => `Bearer ${token}`;
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Writes the header `Authorization`; `now` in seconds. */
type Forge = (users: TestUsers, holder: Holder, now: number) => string | Promise<string>;
/** What no gateway takes, by name. */
export const FORGERIES: [string, Forge][] = [
  ['garbage', () => 'Bearer garbage'],
  ['nothing behind Bearer', () => 'Bearer '],
  ['an empty header', () => ''],
  ['three parts of garbage', () => 'Bearer a.b.c'],
  ['a very long token', () => `Bearer ${'a'.repeat(10_000)}`],
  ['two tokens', async (users, holder) => `${bearer(await users.token(holder))}, Bearer x`],
  ['Basic', () => `Basic ${Buffer.from('a:b').toString('base64')}`],
  ['a token without its scheme', (users, holder) => users.token(holder)],
  ['an API key that there is not', () => `Bearer ${makeApiKey()}`],
  ['what begins like an API key', () => `Bearer tmk_${randomUUID()}`],
  ['an API key that is too long', () => `Bearer tmk_${'a'.repeat(300)}`],
  ...(
    [
      ['another audience', { aud: 'tidemark-web' }],
      ['no audience', { aud: undefined }],
      ['another issuer', { iss: 'somebody' }],
      ['no issuer', { iss: undefined }],
      ['no session', { sid: undefined }],
      ['a session that is no text', { sid: 7 }],
      ['a session that there is not', { sid: randomUUID() }],
      ['no subject', { sub: undefined }],
      ["somebody else's session", { sub: randomUUID() }],
      ['no id', { jti: undefined }],
      ['no role', { role: undefined }],
      ['a role that there is not', { role: 'gateway' }],
      ['no expiry', { exp: undefined }],
      ['no time of issue', { iat: undefined }],
    ] as [string, Record<string, unknown>][]
  ).map(([name, claims]): [string, Forge] => [
    name,
    async (users, holder) => bearer(await users.token(holder, { claims })),
  ]),
  [
    'expired a second ago',
    async (users, holder, now) => bearer(await users.token(holder, { claims: { exp: now - 1 } })),
  ],
  [
    'not good yet',
    async (users, holder, now) => bearer(await users.token(holder, { claims: { nbf: now + 60 } })),
  ],
  [
    'another type',
    async (users, holder) => bearer(await users.token(holder, { header: { typ: 'JWT' } })),
  ],
  [
    'no type',
    async (users, holder) => bearer(await users.token(holder, { header: { typ: undefined } })),
  ],
  [
    'an unknown key',
    async (users, holder) => bearer(await users.token(holder, { header: { kid: 'k' } })),
  ],
  [
    'no key named',
    async (users, holder) => bearer(await users.token(holder, { header: { kid: undefined } })),
  ],
  [
    'alg none',
    async (users, holder) => {
      const [, payload = ''] = (await users.token(holder)).split('.');
      const header = base64({ alg: 'none', typ: 'at+jwt', kid: users.keys[0]?.kid });
      return `Bearer ${header}.${payload}.`;
    },
  ],
  [
    'alg none with a signature',
    async (users, holder) => {
      const [, payload = '', signature = ''] = (await users.token(holder)).split('.');
      const header = base64({ alg: 'none', typ: 'at+jwt', kid: users.keys[0]?.kid });
      return `Bearer ${header}.${payload}.${signature}`;
    },
  ],
  ...(['x', 'pem'] as const).map((form): [string, Forge] => [
    `HS256 with the public key (${form})`,
    async (users, holder) => {
      const { jwk, kid } = users.keys[0]!;
      const pem = async () => exportSPKI(await importJWK({ ...jwk, kty: 'OKP' } as never, 'EdDSA'));
      const secret = form === 'x' ? Buffer.from(jwk.x ?? '', 'base64url') : await pem();
      const [, payload = ''] = (await users.token(holder)).split('.');
      const content = `${base64({ alg: 'HS256', typ: 'at+jwt', kid })}.${payload}`;
      return `Bearer ${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
    },
  ]),
  [
    'a key of its own',
    async (users, holder) => {
      const others = new TestUsers(
        new TestClock(Date.now()),
        new MemoryCache({ clock: new TestClock() }),
      );
      await others.rotate();
      const kid = users.keys[0]!.kid;
      return bearer(await others.token(holder, { header: { kid } }));
    },
  ],
];
