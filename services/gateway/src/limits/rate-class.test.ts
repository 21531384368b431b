import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { classOf, rateClass } from './rate-class.ts';

const LOGIN = '/api/users/login';

test.each([
  ['POST', '/api/users/login', '/api/users/login', 'auth'],
  ['POST', '/api/users/register?x=1', '/api/users/*', 'auth'],
  ['POST', '/api/users/password/forgot', '/api/users/*', 'auth'],
  ['POST', '/api/users/password/reset/', '/api/users/*', 'auth'],
  ['OPTIONS', '/api/users/login', '*', 'general'],
  ['GET', '/api/market/price/bitcoin', '/api/market/price/:coin_id', 'data'],
  ['GET', '/api/market', '/api/market', 'data'],
  ['GET', '/api/analytics/risk/bitcoin', '/api/analytics/*', 'data'],
  ['POST', '/api/analytics/backtest', '/api/analytics/*', 'general'],
  ['POST', '/api/analytics/backtest', '/api/analytics/backtest', 'general'],
  ['GET', '/api/marketing', '/*', 'general'],
  ['GET', '/api/market/nothing', undefined, 'general'],
  ['GET', '/api/users/me', '/api/users/:user_id', 'general'],
  ['GET', '/api', '/*', 'general'],
  ['GET', '/%61pi/nothing', undefined, 'general'],
  ['GET', 'http://?/api/users/me', '/api/users/*', 'general'],
  ['GET', '/', '/', null],
  ['GET', '/dashboard', '/*', null],
  ['GET', '/apiary', '/*', null],
  ['GET', '/healthz', '/healthz', null],
  ['GET', '/readyz', '/readyz', null],
  ['GET', '/metrics', '/metrics', null],
])('%s %s, routed to %s, is %s', (method, url, route, of) => {
  expect(rateClass(method, url, route)).toBe(of);
});

/** Every way to write a path that somebody may think of, most of which no router takes. */
const spelling = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: fc.array(fc.constantFrom('', '%'), { maxLength: LOGIN.length }) },
      fc.array(fc.constantFrom('', '%', '%25', '^', '/', '\\', ';', '#'), {
        maxLength: LOGIN.length,
      }),
    ),
    fc.constantFrom(
      '',
      'http://a',
      'http://',
      'HTTP://a',
      'http://?',
      'https://a:1',
      '/',
      '/.',
      'x',
    ),
    fc.constantFrom(
      '',
      '/',
      '//',
      '?',
      '?a=b',
      '#',
      '#/x',
      ';a',
      ';a=/b',
      '%2f',
      '%3f',
      '%23',
      '%00',
      '/.',
      '/..',
      '/x/..',
      '%20',
      '.',
    ),
  )
  .map(([marks, before, after]) => {
    const written = Array.from(LOGIN).map((letter, i) => {
      const code = letter.charCodeAt(0).toString(16);
      const mark = marks[i] ?? '';
      if (mark === '%') return `%${i % 2 ? code : code.toUpperCase()}`;
      if (mark === '%25') return `%25${code}`;
      if (mark === '^') return letter.toUpperCase();
      return mark === '' ? letter : `${letter}${mark}`;
    });
    return before + written.join('') + after;
  });

/** The body of the answer to a path as it stands, which no client library has tidied. */
async function post(port: number, url: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(`POST ${url} HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
  let answer = '';
  for await (const piece of socket) answer += String(piece);
  return answer.split('\r\n\r\n')[1] ?? '';
}

test('no spelling of the login path that a router takes for it has a roomier class', async () => {
  const classes: (string | null)[] = [];
  const app = fastify({
    routerOptions: { ignoreTrailingSlash: true },
  });
  app.addHook('onRequest', async (request) => void classes.push(classOf(request)));
  app.post(LOGIN, () => 'login');
  app.all('/api/users/*', () => 'elsewhere');
  app.all('/*', () => 'page');
  onTestFinished(() => app.close());
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(spelling, async (url) => {
      if ((await post(port, url)) !== 'login') return;
      taken += 1;
      expect(classes.at(-1)).toBe('auth');
      // Where users are elsewhere, all of its paths have one route.
      expect(rateClass('POST', url, '/api/users/*')).toBe('auth');
    }),
    { numRuns: 2_000 },
  );
  expect(taken).toBeGreaterThan(50);
}, 30_000);
