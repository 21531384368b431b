import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Clock } from '@tidemark/clock/clock';
import { systemClock } from '@tidemark/clock/system-clock';
import { TestClock } from '@tidemark/clock/test-clock';
import { until } from '@tidemark/testkit/until';
import { afterEach, expect, test } from 'vitest';
import { Poster } from '../src/post.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
});

async function serve(listener: RequestListener): Promise<{ url: string; server: Server }> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
}

function posterOf(lookup?: LookupFunction, clock: Clock = systemClock) {
  const poster = new Poster(clock, lookup);
  ends.push(() => poster.close());
  const post = (url: string, mayBePrivate = true, signal = new AbortController().signal) =>
    poster.post({ url, mayBePrivate, headers: { 'x-of-ours': 'yes' }, body: 'Grüße' }, signal);
  return { poster, post };
}

/** A lookup that finds one address for every name. */
function finding(address: string): LookupFunction {
  return (_host, options, callback) => {
    if (options.all) callback(null, [{ address, family: 4 }]);
    else callback(null, address, 4);
  };
}

test('what is posted arrives, and what is answered comes back in one line', async () => {
  const got: unknown[] = [];
  const { url } = await serve((request, response) => {
    void text(request).then((body) => {
      got.push([request.method, request.headers['x-of-ours'], body]);
      response.writeHead(429, { 'retry-after': '7' }).end('too\r\nmany\u0007  ones\n');
    });
  });
  const answer = await posterOf().post(url);
  expect(got).toEqual([['POST', 'yes', 'Grüße']]);
  expect(answer).toEqual({ status: 429, retryAfterMs: 7_000, excerpt: 'too many ones' });
});

test('a user and a password of an address are given as Basic authentication', async () => {
  const given: unknown[] = [];
  const { url } = await serve((request, response) => {
    given.push(request.headers.authorization);
    response.end();
  });
  const { post } = posterOf();
  await post(url.replace('//', '//ada:p%3Aw%zz@'));
  await post(url);
  const basic = `Basic ${Buffer.from('ada:p:w%zz').toString('base64')}`;
  expect(given).toEqual([basic, undefined]);
});

test('an answer without an end is read up to a bound, and its connection is given up', async () => {
  let isClosed = false;
  const { url } = await serve((_request, response) => {
    response.on('close', () => (isClosed = true));
    const more = (): void => void (response.write('x'.repeat(16_384)) ? setImmediate(more) : null);
    response.on('drain', more);
    more();
  });
  const { status, excerpt } = await posterOf().post(url);
  expect([status, excerpt]).toEqual([200, 'x'.repeat(500)]);
  await until('the connection to be closed', () => isClosed);
});

test('an answer that breaks off counts by its status', async () => {
  const { url } = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('begun', () => response.destroy());
  });
  expect(await posterOf().post(url)).toMatchObject({ status: 200, excerpt: 'begun' });
});

test.each([
  [301, true],
  [302, false],
  [303, false],
  [307, false],
  [308, true],
])('a redirect with %i is not followed', async (status, permanent) => {
  const asked: unknown[] = [];
  const { url } = await serve((request, response) => {
    asked.push(request.url);
    response.writeHead(status, { location: '/elsewhere' }).end();
  });
  const message = `it answered ${status}, a redirect, which is not followed`;
  await expect(posterOf().post(url)).rejects.toMatchObject({ message, permanent });
  expect(asked).toEqual(['/hook']);
});

test('who does not answer is given up after ten seconds', async () => {
  let isAsked = false;
  const { url } = await serve(() => (isAsked = true));
  const clock = new TestClock();
  const posted = posterOf(undefined, clock).post(url);
  const failure = expect(posted).rejects.toMatchObject({
    message: 'there was no answer within 10 s',
    permanent: false,
  });
  await until('the request', () => isAsked);
  await clock.advance(10_000);
  await failure;
  expect(clock.pending).toBe(0);
});

test('a call that is broken off fails with the reason of its signal', async () => {
  const stop = new AbortController();
  const { url } = await serve(() => stop.abort(new Error('stopping')));
  await expect(posterOf().post(url, true, stop.signal)).rejects.toThrow('stopping');
});

test('where nobody listens, and a name that nobody knows, are said in words', async () => {
  const { url, server } = await serve(() => undefined);
  server.close();
  await once(server, 'close');
  const { post } = posterOf();
  await expect(post(url)).rejects.toMatchObject({ message: 'nobody listens there' });
  const unknown: LookupFunction = (_host, _options, callback) =>
    callback(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }), []);
  const failed = posterOf(unknown).post('http://nowhere.example/secret', false);
  await expect(failed).rejects.toMatchObject({ message: 'its name is not known' });
});

test.each([
  ...['http://169.254.10.20/', 'http://[::1]/', 'http://127.0.0.1/', 'http://127.1/'],
  ...['http://2130706433/', 'http://[::ffff:127.0.0.1]/', 'http://10.0.0.1/'],
])('%s is refused where no private address may be asked', async (url) => {
  await expect(posterOf().post(url, false)).rejects.toMatchObject({
    message: expect.stringContaining('of this machine or its network'),
    permanent: true,
  });
});

test('a name that leads to this machine is refused before anything is sent', async () => {
  let connections = 0;
  const { url, server } = await serve((_request, response) => response.end());
  server.on('connection', () => (connections += 1));
  const named = url.replace('127.0.0.1', 'innocent.example');
  const { post } = posterOf(finding('127.0.0.1'));
  await expect(post(named, false)).rejects.toMatchObject({ permanent: true });
  expect(connections).toBe(0);
  expect(await post(named, true)).toMatchObject({ status: 200 });
});

test.each(['ftp://files.example/', 'file:///etc/hostname', 'no address'])(
  '%s is no address of the web',
  async (url) => {
    const message = 'its address is none of the web';
    await expect(posterOf().post(url)).rejects.toMatchObject({ message, permanent: true });
  },
);
