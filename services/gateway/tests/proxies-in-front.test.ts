import type { FastifyInstance } from 'fastify';
import { MemoryCache } from '@tidemark/cache/memory-cache';
import { TestClock } from '@tidemark/clock/test-clock';
import { newIdentityKeys } from '@tidemark/service/identity/identity-keys';
import { createLogger } from '@tidemark/telemetry/logger';
import { expect, onTestFinished, test } from 'vitest';
import { trustOf } from '@tidemark/http/addresses/trusted-proxies';
import { GATEWAY_ALONE } from '@tidemark/http/addresses/visitors';
import { openRoot, type TestRootOptions } from '@tidemark/testkit/open-root';
import { limitedRoot } from './support/limited-root.ts';

const HSTS = 'max-age=31536000; includeSubDomains';
const SAID = {
  'x-forwarded-for': '6.6.6.6, 203.0.113.9',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'tidemark.example',
};

const TRUSTING = { trusts: trustOf(['10.0.0.0/8', '2001:db8::/32', '127.0.0.1']) };

async function rootWith(options: TestRootOptions): Promise<FastifyInstance> {
  const app = await openRoot(options);
  app.get('/who', ({ ip, protocol, host }) => ({ ip, protocol, host }));
  onTestFinished(() => app.close());
  return app;
}

const who = (app: FastifyInstance, remoteAddress: string) =>
  app.inject({ url: '/who', headers: { ...SAID, host: 'h' }, remoteAddress });

test('what a client says of its address counts for nothing where no proxy is named', async () => {
  const app = await rootWith({});
  const answer = await who(app, '192.0.2.1');
  expect(answer.json()).toEqual({ ip: '192.0.2.1', protocol: 'http', host: 'h' });
  expect(answer.headers).not.toHaveProperty('strict-transport-security');
});

test.each([['10.1.2.3'], ['::ffff:10.1.2.3'], ['2001:db8::9'], ['127.0.0.1']])(
  'a named proxy at %s is believed, up to the first address that is none of them',
  async (proxy) => {
    const app = await rootWith({ visitors: TRUSTING });
    const answer = await who(app, proxy);
    expect(answer.json()).toEqual({
      ip: '203.0.113.9',
      protocol: 'https',
      host: 'tidemark.example',
    });
    expect(answer.headers['strict-transport-security']).toBe(HSTS);
  },
);

test.each(['192.0.2.1', '11.0.0.1', '127.0.0.2', '2001:db9::1'])(
  'anybody else, such as %s, is not',
  async (stranger) => {
    const app = await rootWith({ visitors: TRUSTING });
    const answer = await who(app, stranger);
    expect(answer.json()).toEqual({ ip: stranger, protocol: 'http', host: 'h' });
    expect(answer.headers).not.toHaveProperty('strict-transport-security');
  },
);

test('a service without the gateway believes the gateway, one hop away and no further', async () => {
  const app = await rootWith({
    services: new Set(['market-data']),
    visitors: GATEWAY_ALONE,
    front: { publicKeys: [`gateway:${newIdentityKeys().publicKey}`] },
  });
  const seen: string[] = [];
  app.addHook('onResponse', async ({ ip }) => void seen.push(ip));
  await who(app, '10.9.9.9');
  expect(seen).toEqual(['203.0.113.9']);
});

test('a proxy that is not named is told of once, and in the refusal of those who share its address', async () => {
  const lines: string[] = [];
  const write = (line: string) => lines.push(line);
  const logger = createLogger({ level: 'warn', destination: { write } });
  const app = await limitedRoot(new MemoryCache({ clock: new TestClock() }), { logger });
  onTestFinished(() => app.close());
  const signIn = (headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/api/users/login', remoteAddress: '10.1.2.3', headers });
  for (let client = 1; client <= 5; client += 1) {
    expect((await signIn({ 'x-forwarded-for': `203.0.113.${client}` })).statusCode).toBe(200);
  }
  const refused = await signIn({ 'x-forwarded-for': '203.0.113.6' });
  expect(refused.statusCode).toBe(429);
  expect(refused.json().error.message).toMatch(/10\.1\.2\.3 .*TRUSTED_PROXIES/);
  expect((await signIn({})).json().error.message).not.toContain('TRUSTED_PROXIES');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    proxy: '10.1.2.3',
    msg: expect.stringContaining('TRUSTED_PROXIES'),
  });
});
