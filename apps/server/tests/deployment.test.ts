import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '@tidemark/config/load-config';
import { TestClock } from '@tidemark/clock/test-clock';
import { privateKeyOf, trustedKeysOf } from '@tidemark/service/identity/identity-keys';
import { IdentitySigner, IdentityVerifier } from '@tidemark/service/identity/identity-token';
import { ANONYMOUS } from '@tidemark/service/identity/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { EngineConfigSchema } from '../src/engines.ts';

interface ComposeService {
  environment?: Record<string, string>;
  volumes?: string[];
  command?: string[];
  network_mode?: string;
}
interface ComposeFile {
  services: Record<string, ComposeService>;
  volumes: Record<string, object>;
}

const deploy = fileURLToPath(new URL('../../../deploy', import.meta.url));
const compose = parse(readFileSync(join(deploy, 'compose.yaml'), 'utf8'), {
  merge: true,
}) as ComposeFile;
/** Those that are asked, and keep something. */
const SERVICES = ['market-data', 'users', 'analytics', 'portfolio', 'sentiment', 'alerts'] as const;
const PARTS = [...SERVICES, 'gateway'] as const;
type Part = (typeof PARTS)[number];

/** What is in each process's folder. */
const GIVEN: Readonly<Record<Part, readonly string[]>> = {
  'market-data': ['database-url', 'identity-public-keys', 'redis-url'],
  users: ['database-url', 'identity-public-keys', 'instance-secret', 'redis-url'],
  analytics: ['database-url', 'identity-key', 'identity-public-keys', 'redis-url'],
  portfolio: ['database-url', 'identity-key', 'identity-public-keys', 'redis-url'],
  sentiment: ['database-url', 'identity-key', 'identity-public-keys', 'redis-url'],
  alerts: ['database-url', 'identity-key', 'identity-public-keys', 'instance-secret'],
  gateway: ['identity-key', 'redis-url'],
};

let root: string;
const make = () => {
  const script = join(deploy, 'docker/make-secrets.mjs');
  execFileSync(process.execPath, [script, join(root, 'store'), join(root, 'for')]);
};
const given = (part: string, name: string) =>
  readFileSync(join(root, 'for', part, name), 'utf8').trim();
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tidemark-secrets-'));
  make();
});
afterAll(() => rmSync(root, { recursive: true }));

test.each(PARTS)('%s gets what it needs, and no secret of another', (part) => {
  expect(readdirSync(join(root, 'for', part)).sort()).toEqual(GIVEN[part]);
  for (const name of GIVEN[part]) {
    expect(statSync(join(root, 'for', part, name)).mode & 0o777).toBe(0o400);
  }
  const { volumes, environment = {} } = compose.services[part] ?? {};
  expect(volumes).toEqual([`secrets-${part}:/secrets:ro`]);
  const files = Object.entries(environment).filter(([name]) => name.endsWith('_FILE'));
  expect(files.map(([, path]) => path.replace('/secrets/', '')).sort()).toEqual(GIVEN[part]);
});

test('no two services have the same role, and no secret is in two folders', () => {
  const urls = SERVICES.map((part) => new URL(given(part, 'database-url')));
  expect(urls.map(({ username }) => username)).toEqual([
    ...['market_data', 'users', 'analytics', 'portfolio', 'sentiment', 'alerts'],
  ]);
  expect(new Set(urls.map(({ password }) => password)).size).toBe(SERVICES.length);
  const secrets = PARTS.flatMap((part) =>
    GIVEN[part].filter((name) => !name.includes('public')).map((name) => given(part, name)),
  );
  expect(new Set(secrets).size).toBe(secrets.length);
});

test('the volume with everything is mounted where secrets are made, which has no network, and nowhere else', () => {
  const mounting = Object.entries(compose.services).filter(([, { volumes = [] }]) =>
    volumes.some((volume) => volume.startsWith('secrets:')),
  );
  expect(mounting.map(([name]) => name)).toEqual(['secrets']);
  expect(compose.services['secrets']?.network_mode).toBe('none');
  const shared = (compose.services['secrets']?.volumes ?? []).map((volume) => volume.split(':')[0]);
  expect(shared.every((name) => name !== undefined && name in compose.volumes)).toBe(true);
});

test('Redis lets in nobody without a password, and each with an own one', () => {
  expect(compose.services['redis']?.command?.slice(0, 2)).toEqual([
    'redis-server',
    '/secrets/redis.conf',
  ]);
  const users = given('redis', 'redis.conf').split('\n');
  expect(users).toContain('user default off');
  for (const part of PARTS.filter((part) => GIVEN[part].includes('redis-url'))) {
    const { username, password } = new URL(given(part, 'redis-url'));
    expect([username, password.length]).toEqual([part, 48]);
    const hash = createHash('sha256').update(password).digest('hex');
    expect(users).toContainEqual(expect.stringContaining(`user ${part} on #${hash} ~`));
  }
});

/** Who answers services, and which. */
const ASKED: Readonly<Partial<Record<Part, readonly Part[]>>> = {
  'market-data': ['analytics', 'portfolio', 'sentiment', 'alerts'],
  sentiment: ['analytics'],
  users: ['portfolio', 'alerts'],
};

test('the keys fit: the gateway is believed by all, services by those whom they ask, and for nobody in particular', () => {
  const clock = new TestClock();
  const asked = { method: 'GET', target: '/api/market/coins' };
  const somebody = { ...ANONYMOUS, userId: '7', role: 'admin' as const };
  const signs = (part: Part) =>
    new IdentitySigner(privateKeyOf(given(part, 'identity-key')), clock);
  const believes = (part: Part) => {
    const { IDENTITY_PUBLIC_KEYS = [] } = loadConfig(EngineConfigSchema, {
      IDENTITY_PUBLIC_KEYS: given(part, 'identity-public-keys'),
    });
    return new IdentityVerifier(trustedKeysOf(IDENTITY_PUBLIC_KEYS), clock);
  };
  for (const part of SERVICES) {
    const token = signs('gateway').sign(somebody, part, asked);
    expect(believes(part).verify(token, [part], asked)).toMatchObject({ role: 'admin' });
    for (const asker of ['analytics', 'portfolio', 'sentiment', 'alerts'] as const) {
      const others = signs(asker);
      const forSomebody = others.sign(somebody, part, asked);
      expect(() => believes(part).verify(forSomebody, [part], asked)).toThrow();
      const forNobody = others.sign(ANONYMOUS, part, asked);
      if (ASKED[part]?.includes(asker)) {
        expect(believes(part).verify(forNobody, [part], asked)).toEqual(ANONYMOUS);
      } else expect(() => believes(part).verify(forNobody, [part], asked)).toThrow();
    }
  }
});

test('a second start changes no secret', () => {
  const all = () =>
    Object.fromEntries(PARTS.flatMap((part) => GIVEN[part].map((n) => [part + n, given(part, n)])));
  const before = all();
  make();
  expect(all()).toEqual(before);
});
