import { TestClock } from '@tidemark/clock/test-clock';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ExchangeSim, startExchangeSim } from '../exchange-sim.ts';
import { DEFAULT_COINS } from '../products.ts';
import { NewsListener } from './news-listener.ts';
import { OUTLETS } from './outlets.ts';

const NOW = Date.UTC(2026, 5, 15, 14, 29, 50);
const COINS = DEFAULT_COINS.filter(({ id }) => ['bitcoin', 'solana', 'tether'].includes(id));
let clock: TestClock;
let sim: ExchangeSim;

beforeEach(async () => {
  clock = new TestClock(NOW);
  sim = await startExchangeSim({ clock, coins: COINS });
});
afterEach(() => sim.stop());

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${sim.urls.news}${path}`, { redirect: 'manual', ...init });
}

async function read(path: string): Promise<string> {
  return (await ask(path)).text();
}

/** The texts of all elements of a name, as written. */
function all(document: string, name: string): string[] {
  const pattern = new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g');
  return [...document.matchAll(pattern)].map((match) => match[1] as string);
}

/** Whether every element is closed by its own end, and every `&` begins an entity: well-formed as far as feeds here go. */
function isWellFormed(document: string): boolean {
  const body = document.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  const open: string[] = [];
  let roots = 0;
  for (const [tag, end, name, single] of body.matchAll(
    /<(\/?)([\w:]+)(?: [\w:]+="[^"<]*")*(\/?)>|</g,
  )) {
    if (tag === '<') return false;
    if (end && open.pop() !== name) return false;
    if (!end && open.length === 0) roots += 1;
    if (!end && !single) open.push(name as string);
  }
  return roots === 1 && open.length === 0 && !/&(?!(?:amp|lt|gt|quot|#39);)/.test(body);
}

test('every outlet has forty items in RSS, the newest first, and says that they are simulated', async () => {
  for (const { id, name, language } of OUTLETS) {
    const response = await ask(`/rss/${id}.xml`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('max-age=60');
    const document = await response.text();
    expect(isWellFormed(document)).toBe(true);
    expect(all(document, 'title')).toHaveLength(41);
    expect(all(document, 'title')[0]).toBe(name);
    expect(name).toMatch(/simul/i);
    expect(all(document, 'description')[0]).toMatch(/^Simul/);
    expect(all(document, 'language')).toEqual([language]);
    const times = all(document, 'pubDate').map((date) => Date.parse(date));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(times[0]).toBeLessThanOrEqual(NOW);
    expect(all(document, 'category')).toEqual(Array.from({ length: 41 }, () => 'simulated'));
    for (const author of all(document, 'dc:creator')) expect(author).toMatch(/simul/i);
    expect(new Set(all(document, 'guid')).size).toBe(40);
  }
});

test('one outlet tells the same as Atom', async () => {
  const response = await ask('/atom/block-post.xml');
  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  const document = await response.text();
  expect(isWellFormed(document)).toBe(true);
  const rss = await read('/rss/block-post.xml');
  expect(all(document, 'title')).toEqual(all(rss, 'title'));
  expect(all(document, 'id').slice(1)).toEqual(all(rss, 'guid'));
  expect(all(document, 'published').map((time) => Date.parse(time))).toEqual(
    all(rss, 'pubDate').map((date) => Date.parse(date)),
  );
  expect(document.match(/<category term="simulated"\/>/g)).toHaveLength(41);
});

test('a link leads to a page that says that the story is simulated', async () => {
  const rss = await read('/rss/wire.xml');
  const url = all(rss, 'link')[1] as string;
  expect(url).toMatch(new RegExp(`^${sim.urls.news}/stories/`));
  const page = await (await fetch(url)).text();
  expect(page).toContain(`<h1>${all(rss, 'title')[1]}</h1>`);
  expect(page).toContain('a simulated story');
});

test('who asks by what it has is told that nothing is new, until something is', async () => {
  const first = await ask('/rss/wire.xml');
  const etag = first.headers.get('etag') as string;
  const modified = first.headers.get('last-modified') as string;
  const earlier = new Date(Date.parse(modified) - 1000).toUTCString();
  const asked = async (headers: Record<string, string>): Promise<number> => {
    const response = await ask('/rss/wire.xml', { headers });
    expect(response.headers.get('etag')).toBeTruthy();
    return response.status;
  };
  expect(await asked({ 'if-none-match': etag })).toBe(304);
  expect(await asked({ 'if-none-match': `"x", W/${etag}` })).toBe(304);
  expect(await asked({ 'if-none-match': '*' })).toBe(304);
  expect(await asked({ 'if-none-match': '"x"' })).toBe(200);
  expect(await asked({ 'if-modified-since': modified })).toBe(304);
  expect(await asked({ 'if-modified-since': earlier })).toBe(200);
  expect(await asked({ 'if-modified-since': 'yesterday' })).toBe(200);
  expect(await asked({ 'if-none-match': '"x"', 'if-modified-since': modified })).toBe(200);
  sim.control.tellNews({ title: 'New' });
  expect(await asked({ 'if-none-match': etag })).toBe(200);
  expect(await asked({ 'if-modified-since': modified })).toBe(200);
});

test('HEAD has the headers alone', async () => {
  const [head, whole] = [
    await ask('/rss/wire.xml', { method: 'HEAD' }),
    await ask('/rss/wire.xml'),
  ];
  expect(await head.text()).toBe('');
  expect(head.headers.get('etag')).toBe(whole.headers.get('etag'));
  expect(Number(head.headers.get('content-length'))).toBe((await whole.arrayBuffer()).byteLength);
});

test.each([
  ['GET', '/'],
  ['GET', '//'],
  ['GET', '/rss/none.xml'],
  ['GET', '/atom/wire.xml'],
  ['GET', '/stories/none'],
  ['GET', '/stories/zzzzzz.bitcoin.listing.wire'],
  ['GET', '/stories/%'],
  ['POST', '/rss/wire.xml'],
])('%s %s is not found', async (method, path) => {
  expect((await ask(path, { method })).status).toBe(404);
});

test('time brings new stories', async () => {
  const before = all(await read('/rss/wire.xml'), 'guid');
  clock = new TestClock(NOW + 86_400_000);
  const later = await startExchangeSim({ clock, coins: COINS });
  const response = await fetch(`${later.urls.news}/rss/wire.xml`);
  const after = all(await response.text(), 'guid');
  await later.stop();
  expect(after[0]).not.toBe(before[0]);
  const known = after.filter((guid) => before.includes(guid));
  expect(known.length).toBeGreaterThan(5);
  expect(known).toEqual(before.slice(0, known.length));
});

test('an item told by hand is at the top of its feed alone, as it was told', async () => {
  const others = await read('/rss/ledger.xml');
  sim.control.tellNews({ title: 'First' });
  sim.control.tellNews({
    ...{
      title: '<script>&"Solana"',
      summary: 'a < b',
      url: 'https://example.com/?a=1&b',
      guid: 'g',
    },
    ...{ outlet: 'wire', minutesAgo: 90 },
  });
  const rss = await read('/rss/wire.xml');
  expect(isWellFormed(rss)).toBe(true);
  expect(all(rss, 'title').slice(1, 3)).toEqual(['&lt;script&gt;&amp;&quot;Solana&quot;', 'First']);
  expect(all(rss, 'title')).toHaveLength(41);
  expect(all(rss, 'link')[1]).toBe('https://example.com/?a=1&amp;b');
  expect(all(rss, 'guid')[0]).toBe('g');
  expect(all(rss, 'description')[1]).toBe('a &lt; b');
  expect(Date.parse(all(rss, 'pubDate')[0] as string)).toBe(NOW - 90 * 60_000);
  const page = await (await fetch(all(rss, 'link')[2] as string)).text();
  expect(page).toContain('<h1>First</h1>');
  expect(await read('/rss/ledger.xml')).toBe(others);
});

test('no more is kept of what is told than a feed has', async () => {
  for (let i = 0; i < 100; i += 1) sim.control.tellNews({ title: `T${i}` });
  const titles = all(await read('/rss/wire.xml'), 'title').slice(1);
  expect(titles).toEqual(Array.from({ length: 40 }, (_, i) => `T${99 - i}`));
});

test('options that do not fit are refused in words', () => {
  const apply = (name: string, options: unknown) => () => sim.control.apply(name, options);
  expect(apply('tellNews', {})).toThrow(/tellNews.*title/);
  expect(apply('tellNews', { title: 'x', outlet: 'none' })).toThrow(TypeError);
  expect(apply('tellNews', { title: 'x'.repeat(10_001) })).toThrow(TypeError);
  expect(apply('newsFault', { outlet: 'wire', kind: 'none' })).toThrow(TypeError);
  expect(apply('newsFault', { outlet: 'wire', kind: 'status', status: 99 })).toThrow(TypeError);
  expect(apply('newsFault', { outlet: 'wire', kind: 'redirect' })).toThrow(/a redirect needs one/);
  const split = { outlet: 'wire', kind: 'redirect', location: 'a\r\nb: c' };
  expect(apply('newsFault', split)).toThrow(TypeError);
});

test('a status is answered until the fault ends, or is cleared', async () => {
  const status = async (path: string) => (await ask(path)).status;
  sim.control.newsFault({ outlet: 'wire', kind: 'status', status: 503, forMs: 1000 });
  expect(await status('/rss/wire.xml')).toBe(503);
  expect((await ask('/rss/wire.xml', { method: 'HEAD' })).status).toBe(503);
  expect(await status('/rss/ledger.xml')).toBe(200);
  await clock.advance(1000);
  expect(await status('/rss/wire.xml')).toBe(200);
  sim.control.apply('newsFault', { outlet: 'block-post', kind: 'status' });
  expect(await status('/atom/block-post.xml')).toBe(500);
  sim.control.clear({ venue: 'binance' });
  expect(await status('/atom/block-post.xml')).toBe(500);
  sim.control.clear({});
  expect(await status('/atom/block-post.xml')).toBe(200);
});

test('a redirect leads where it was told to', async () => {
  sim.control.newsFault({ outlet: 'wire', kind: 'redirect', location: '/rss/ledger.xml' });
  const response = await ask('/rss/wire.xml');
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe('/rss/ledger.xml');
});

test('garbage is no feed', async () => {
  sim.control.newsFault({ outlet: 'wire', kind: 'garbage' });
  const bytes = new Uint8Array(await (await ask('/rss/wire.xml')).arrayBuffer());
  expect(bytes).toHaveLength(4096);
  expect(new Set(bytes).size).toBeGreaterThan(200);
});

test('a feed that is cut breaks off within an item', async () => {
  for (const path of ['/rss/block-post.xml', '/atom/block-post.xml']) {
    sim.control.newsFault({ outlet: 'block-post', kind: 'cut' });
    const reader = await readerOf(path);
    const first = await reader.take(1);
    expect(first).toMatch(/<(item|entry)><title>[^<]*$/);
    await expect(reader.take(Infinity)).rejects.toThrow();
  }
});

test('a slow feed comes a byte a second, and the same in the end', async () => {
  const whole = await read('/rss/wire.xml');
  sim.control.newsFault({ outlet: 'wire', kind: 'slow' });
  const reader = await readerOf('/rss/wire.xml');
  expect(await reader.take(1)).toBe('<');
  await clock.advance(1000);
  expect(await reader.take(1)).toBe('?');
  await clock.advance(2000);
  expect(await reader.take(2)).toBe('xm');
  expect(clock.pending).toBeGreaterThan(0);
  for (let i = 4; i < 60; i += 1) await clock.advance(1000);
  expect(await reader.take(56)).toBe(whole.slice(4, 60));
  await reader.leave();
});

test('an endless feed goes on as long as it is read', async () => {
  const idle = clock.pending;
  sim.control.newsFault({ outlet: 'block-post', kind: 'endless' });
  const reader = await readerOf('/atom/block-post.xml');
  expect(await reader.take(100)).toContain('<feed');
  for (let i = 0; i < 20; i += 1) {
    await clock.advance(100);
    expect(await reader.take(60_000)).not.toContain('</feed>');
  }
  await reader.leave();
  await expect.poll(() => clock.pending).toBe(idle);
});

test('a huge feed is well-formed, 64 MB long, and ends', async () => {
  sim.control.newsFault({ outlet: 'wire', kind: 'huge' });
  const text = await read('/rss/wire.xml');
  expect(text.length).toBeGreaterThan(64 * 1024 * 1024);
  expect(text.endsWith('</channel></rss>\n')).toBe(true);
  const reader = await readerOf('/rss/wire.xml');
  await reader.take(1000);
  await reader.leave();
  sim.control.clear({});
  expect((await ask('/rss/wire.xml')).status).toBe(200);
});

test('a feed without an end ends with the simulator', async () => {
  const waiting = [];
  for (const kind of ['slow', 'endless', 'huge'] as const) {
    sim.control.newsFault({ outlet: 'wire', kind });
    const reader = await readerOf('/rss/wire.xml');
    await reader.take(1);
    waiting.push(reader);
  }
  await sim.stop();
  for (const reader of waiting) await expect(reader.take(Infinity)).rejects.toThrow();
  await expect.poll(() => clock.pending).toBe(0);
  sim = await startExchangeSim({ clock, coins: COINS });
});

interface Reader {
  /** Reads at least so many bytes. @throws the connection's error when it breaks off before */
  take(bytes: number): Promise<string>;
  leave(): Promise<void>;
}

async function readerOf(path: string): Promise<Reader> {
  const { body } = await ask(path);
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  return {
    take: async (bytes) => {
      let text = '';
      while (text.length < bytes) {
        const { done, value } = await reader.read();
        if (done) return text;
        text += Buffer.from(value).toString('latin1');
      }
      return text;
    },
    leave: () => reader.cancel(),
  };
}

test('of a market that is replayed nothing is told but what is told by hand', async () => {
  const listener = new NewsListener(clock, undefined);
  const origin = `http://127.0.0.1:${await listener.listen('127.0.0.1', 0)}`;
  const titles = async () => all(await (await fetch(`${origin}/rss/wire.xml`)).text(), 'title');
  expect(await titles()).toEqual(['Simulated Wire']);
  expect((await fetch(`${origin}/stories/a.bitcoin.hack.wire`)).status).toBe(404);
  listener.told.tell({ title: 'By hand' });
  expect(await titles()).toEqual(['Simulated Wire', 'By hand']);
  await listener.stop();
});
