import { Writable } from 'node:stream';
import { beforeEach, expect, test, vi } from 'vitest';
import { createLogger } from './logger.ts';

let written: string;
beforeEach(() => {
  written = '';
});
const destination = () =>
  new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });

test('an entry is one line of JSON, with its time in UTC', () => {
  createLogger({ level: 'info', destination: destination() }).info({ coins: 30 }, 'ready');
  const entry = JSON.parse(written) as Record<string, unknown>;
  expect(entry).toMatchObject({ level: 30, coins: 30, msg: 'ready' });
  expect(entry.time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
});

test.each([
  ['a header', { req: { headers: { authorization: 'hunter2' } } }],
  ['a cookie', { req: { headers: { cookie: 'session=hunter2' } } }],
  ['a cookie that is set', { res: { headers: { 'set-cookie': 'session=hunter2' } } }],
  ['an API key', { req: { headers: { 'x-api-key': 'hunter2' } } }],
  ['a CSRF token', { req: { headers: { 'x-csrf-token': 'hunter2' } } }],
  ['headers by themselves', { headers: { 'x-csrf-token': 'hunter2', cookie: 'a=hunter2' } }],
  ['a field', { password: 'hunter2' }],
  ['a field of an object', { user: { token: 'hunter2' } }],
])('a secret in %s is not written', (_, fields) => {
  createLogger({ level: 'info', destination: destination() }).info(fields, 'request');
  expect(written).toContain('request');
  expect(written).not.toContain('hunter2');
});

test('a pretty entry is one readable line that begins with its module', async () => {
  const logger = createLogger({ level: 'info', pretty: true, destination: destination() });
  logger.child({ module: 'market-data' }).info({ products: 30 }, 'feed is live');
  await vi.waitFor(() => expect(written).toContain('\n'));
  expect(written).toMatch(
    /^\[\d\d:\d\d:\d\d\] INFO: market-data: feed is live \{"products":30\}\n$/,
  );
});
