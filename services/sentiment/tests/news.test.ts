import type { Article, NewsSource } from '@tidemark/contracts/news';
import type { Sentiment } from '@tidemark/contracts/sentiment';
import { until } from '@tidemark/testkit/until';
import { expect, test } from 'vitest';
import type { KnownSource } from '../src/sources/known-sources.ts';
import { sentimentRig, START, type Answer } from './support/sentiment-rig.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const rig = sentimentRig();

const HACK = 'Bitcoin exchange hacked, hackers steal $40 million from users';
const LAUNCH = 'Ethereum Foundation launches grants for wallets and wins new partners';

async function news(path = '/news'): Promise<Article[]> {
  return (await rig().ask<Article[]>(path)).data;
}
async function of(coin: string): Promise<Sentiment> {
  return (await rig().ask<Sentiment>(`/${coin}`)).data;
}
async function sources(): Promise<Map<string, NewsSource>> {
  const { data } = await rig().ask<NewsSource[]>('/sources');
  return new Map(data.map((one) => [one.source_id, one]));
}

test('what a feed tells is there once, scored, with its coins and the words that decided', async () => {
  const { site, clock } = rig();
  site.tell('/a', [
    { title: HACK, at: START - HOUR, summary: 'More of it &amp; soon' },
    {
      title: 'Le cours du Bitcoin recule fortement après la décision de la banque',
      at: START - MINUTE,
    },
  ]);
  await rig().follow('a');
  await rig().read();
  const [french, hack] = await news();
  expect(hack).toMatchObject({
    ...{ title: HACK, summary: 'More of it & soon', source: 'a', language: 'en', told_by: 1 },
    ...{ coins: ['bitcoin'], published_at: START - HOUR },
  });
  expect(hack?.sentiment).toMatchObject({ label: 'negative' });
  expect(hack?.sentiment?.words[0]?.weight).toBeLessThan(0);
  expect(french).toMatchObject({ language: 'fr', sentiment: null, coins: ['bitcoin'] });
  const said = await of('bitcoin');
  expect(said.score).toBeLessThan(-0.1);
  expect(said).toMatchObject({ stories: 1, articles: 1, sources: 1, volume_24h: 2 });
  expect(said.simulated).toBe(true);
  await clock.advance(MINUTE);
  await rig().read();
  expect(site.asked).toEqual(['/a', '/a', '/a 304']);
  expect(await news()).toHaveLength(2);
});

test('what is told is published, and stored in steps of five minutes', async () => {
  rig().site.tell('/a', [{ title: HACK, at: START - HOUR }]);
  await rig().follow('a');
  await rig().read();
  await until('it to be told', () => rig().updates.length > 0);
  expect(rig().updates[0]).toMatchObject({ coin_id: 'bitcoin', articles: 1, negative_pct: 100 });
  await rig().clock.advance(2 * MINUTE);
  await rig().parts.board.look();
  const rows = await rig()
    .db.selectFrom('sentiments')
    .selectAll()
    .orderBy('coin_id')
    .orderBy('timestamp')
    .execute();
  // The hour before the first start is worked out from what was out by then.
  const before = START - 5 * MINUTE;
  expect(rows.map(({ coin_id, timestamp }) => [coin_id, timestamp.getTime()])).toEqual([
    ...[before, START].map((time) => ['bitcoin', time]),
    ...[before, START].map((time) => ['market', time]),
  ]);
  const { data } = await rig().ask<{ points: unknown[] }>('/bitcoin/trend?period=24h');
  expect(data.points).toHaveLength(2);
});

test('ten copies of a story are one story', async () => {
  const names = Array.from({ length: 10 }, (_, i) => `copy${i}`);
  for (const [i, name] of names.entries()) {
    rig().site.tell(`/${name}`, [{ title: i % 2 ? `${HACK}.` : HACK, at: START - i * MINUTE }]);
  }
  await rig().follow(...names);
  await rig().read();
  expect(await of('bitcoin')).toMatchObject({ stories: 1, articles: 10, volume_24h: 1 });
  const stories = new Set((await news()).map(({ story_id }) => story_id));
  expect(stories.size).toBe(1);
  expect((await news())[0]?.told_by).toBe(10);
});

test('a digest that keeps its id is one article every day, and one that is edited stays one', async () => {
  const { site, clock } = rig();
  const digest = { guid: 'today', title: 'What happened in crypto today' };
  await rig().follow('a');
  for (let day = 0; day < 3; day += 1) {
    site.tell('/a', [{ ...digest, at: clock.now(), summary: `Of day ${day}` }]);
    await rig().read();
    site.tell('/a', [{ ...digest, at: clock.now() + MINUTE, summary: `Of day ${day}, edited` }]);
    await clock.advance(10 * MINUTE);
    await rig().read();
    await clock.advance(24 * HOUR - 10 * MINUTE);
  }
  const told = await news();
  expect(told.map(({ summary }) => summary)).toEqual([
    'Of day 2, edited',
    'Of day 1, edited',
    'Of day 0, edited',
  ]);
  expect(new Set(told.map(({ story_id }) => story_id)).size).toBe(3);
});

test('an item of the future waits for its time', async () => {
  rig().site.tell('/a', [{ title: LAUNCH, at: START + 2 * HOUR }]);
  await rig().follow('a');
  await rig().read();
  expect(await news()).toEqual([]);
  expect((await of('ethereum')).score).toBeNull();
  await rig().clock.advance(2 * HOUR + MINUTE);
  await rig().parts.board.look();
  expect(await news()).toHaveLength(1);
  expect((await of('ethereum')).score).toBeGreaterThan(0);
});

test('a source that fails costs the others nothing, says why, and is asked less and less', async () => {
  const { site, clock } = rig();
  site.answer('/down', (_, response) => response.writeHead(500).end());
  site.answer('/page', (_, response) => response.end('<!doctype html><title>No feed</title>'));
  site.answer('/huge', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/xml' });
    for (let i = 0; i < 100; i += 1) response.write(Buffer.alloc(65_536, 'a'));
    response.end();
  });
  site.answer('/busy', (_, response) => response.writeHead(429, { 'retry-after': '7200' }).end());
  site.answer('/slow', (_, response) => void response.write('<rss>'));
  site.tell('/good', [{ title: LAUNCH, at: START }]);
  await rig().follow('down', 'page', 'huge', 'busy', 'slow', 'good');
  rig().parts.reader.start();
  await clock.advance(2_000);
  await until('the good one', async () => (await news()).length === 1);
  await until('the slow one to be asked', () => site.asked.includes('/slow'));
  await clock.advance(20_000);
  await rig().read();
  const said = await sources();
  expect(said.get('down')?.error).toBe('it answered 500');
  expect(said.get('huge')?.error).toContain('larger than');
  expect(said.get('slow')?.error).toContain('within 20 s');
  expect(said.get('page')?.status).toBe('failing');
  expect(said.get('busy')?.next_at).toBeGreaterThanOrEqual(START + 2 * HOUR);
  expect(said.get('good')).toMatchObject({
    status: 'ok',
    failures: 0,
    articles_24h: 1,
    error: null,
  });
  await clock.advance(10 * HOUR);
  const asked = site.asked.filter((path) => path === '/down').length;
  expect(asked).toBeGreaterThan(1);
  // Without it they would be 2,400.
  expect(asked).toBeLessThan(60);
});

test('items that cannot be taken are counted, and lose nothing of the rest', async () => {
  rig().site.tell('/a', [
    { title: LAUNCH, at: START },
    { title: 'Elsewhere', url: 'javascript:alert(1)', at: START },
  ]);
  await rig().follow('a');
  await rig().read();
  expect((await sources()).get('a')).toMatchObject({ refused: 1, articles_24h: 1 });
  expect((await sources()).get('a')?.refused_why).toBeTruthy();
});

test('a muted source does not count, nor is it read, and weights count at once', async () => {
  const admin = { userId: 'x', role: 'admin', sessionId: 's', scope: 'read_write' } as never;
  rig().site.tell('/a', [{ title: HACK, at: START }]);
  rig().site.tell('/b', [{ title: 'Bitcoin soars to record high as funds buy more', at: START }]);
  await rig().follow('a', 'b');
  await rig().read();
  const before = (await of('bitcoin')).score!;
  const change = (body: object) => rig().ask('/sources/a', { method: 'PATCH', body, as: admin });
  expect((await change({ weight: 0.1 })).status).toBe(200);
  await rig().parts.board.look();
  expect((await of('bitcoin')).score).toBeGreaterThan(before);
  expect((await change({ muted: true })).status).toBe(200);
  await rig().parts.board.look();
  expect(await of('bitcoin')).toMatchObject({ stories: 1, positive_pct: 100 });
  expect(await news()).toHaveLength(1);
  const asked = rig().site.asked.length;
  await rig().clock.advance(HOUR);
  await rig().read();
  expect(
    rig()
      .site.asked.slice(asked)
      .filter((path) => path.startsWith('/a')),
  ).toEqual([]);
});

test('two replicas share the work, and say the same', async () => {
  const names = Array.from({ length: 8 }, (_, i) => `s${i}`);
  for (const name of names) rig().site.tell(`/${name}`, [{ title: `${HACK} ${name}`, at: START }]);
  const other = await rig().replica();
  await rig().follow(...names);
  other.reader.start();
  await rig().read();
  expect(rig().site.asked.toSorted()).toEqual(names.map((name) => `/${name}`));
  await other.board.look();
  await rig().parts.board.look();
  const { timestamp: _, ...mine } = rig().parts.board.get('bitcoin');
  const { timestamp: __, ...theirs } = other.board.get('bitcoin');
  expect(theirs).toEqual(mine);
  await until('it to be told', () => rig().updates.length > 0);
  const told = rig().updates.length;
  await other.board.look();
  expect(rig().updates.length).toBe(told);
});

test('pages and filters: every article once, newest first', async () => {
  const items = Array.from({ length: 25 }, (_, i) => ({
    title: `${i % 2 ? LAUNCH : HACK} part ${i}`,
    at: START - i * MINUTE,
  }));
  rig().site.tell('/a', items);
  await rig().follow('a');
  await rig().read();
  const seen: number[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const page: Answer<Article[]> = await rig().ask(`/news?limit=10${more}`);
    seen.push(...page.data.map(({ published_at }) => published_at));
    cursor = page.meta.next_cursor ?? null;
  }
  expect(seen).toEqual(items.map(({ at }) => at));
  expect((await news('/news/bitcoin?limit=100')).length).toBe(13);
  expect(
    (await news('/news?label=positive&limit=100')).every((one) => one.coins[0] === 'ethereum'),
  ).toBe(true);
  expect((await rig().ask('/news/btc')).status).toBe(404);
  expect(
    (await rig().ask<Sentiment[]>('/compare?coins=bitcoin,ethereum')).data.map(
      ({ coin_id }) => coin_id,
    ),
  ).toEqual(['bitcoin', 'ethereum']);
  const trending = await rig().ask<{ coin_id: string; headline: string }[]>('/trending');
  expect(trending.data.map(({ coin_id }) => coin_id).toSorted()).toEqual(['bitcoin', 'ethereum']);
  expect(trending.data[0]?.headline).toBeTruthy();
});

test('an opinion is kept, once for each person, and changes nothing else', async () => {
  rig().site.tell('/a', [{ title: HACK, at: START }]);
  await rig().follow('a');
  await rig().read();
  const [article] = await news();
  const person = {
    userId: '00000000-0000-4000-8000-000000000001',
    role: 'user',
    sessionId: 's',
    scope: 'read_write',
  } as never;
  const path = `/opinions/${article!.article_id}`;
  const say = (label: string) => rig().ask(path, { method: 'PUT', body: { label }, as: person });
  expect((await say('positive')).status).toBe(200);
  expect((await say('neutral')).data).toEqual({
    article_id: article!.article_id,
    label: 'neutral',
  });
  const kept = await rig().db.selectFrom('article_opinions').selectAll().execute();
  expect(kept.map(({ label }) => label)).toEqual(['neutral']);
  expect(JSON.stringify(kept)).not.toContain('00000000-0000');
  const said = async (as: never) =>
    (await rig().ask<{ label: string | null }>(path, { as })).data.label;
  expect(await said(person)).toBe('neutral');
  expect(await said({ ...(person as object), userId: 'another' } as never)).toBeNull();
  expect((await news())[0]).toEqual(article);
  await rig().ask(path, { method: 'DELETE', as: person });
  expect(await said(person)).toBeNull();
  expect(await rig().db.selectFrom('article_opinions').selectAll().execute()).toEqual([]);
});

test('articles that another model scored are scored anew, in batches', async () => {
  rig().site.tell('/a', [
    { title: HACK, at: START },
    { title: LAUNCH, at: START },
  ]);
  await rig().follow('a');
  await rig().read();
  const scores = (await news()).map(({ sentiment }) => sentiment?.score);
  await rig().db.updateTable('articles').set({ model: 'another', score: 0 }).execute();
  const admin = { userId: 'x', role: 'admin', sessionId: 's', scope: 'read_write' } as never;
  const begun = await rig().ask('/rescoring', { method: 'POST', as: admin });
  expect(begun).toMatchObject({ status: 202, data: { articles: 2, scored: 0, running: true } });
  rig().parts.rescoring.start();
  await until('both to be scored', async () => {
    await rig().clock.advance(1_000);
    const { data } = await rig().ask<{ scored: number }>('/rescoring', { as: admin });
    return data.scored === 2;
  });
  expect((await news()).map(({ sentiment }) => sentiment?.score)).toEqual(scores);
});

test('what is paid for by the piece is counted before it is asked for, and no private address is asked', async () => {
  const config = { NEWS_FEEDS: true, X_POSTS_PER_DAY: 100, X_BEARER_TOKEN: 'a token of X' };
  const live = await rig().replica({ market: 'live', config });
  const url = `${rig().site.url}/x`;
  const x: KnownSource = { source_id: 'x', kind: 'x', name: 'X', url, language: null, weight: 1 };
  await live.sources.keep([x]);
  const said: [string | null, number][] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    await rig().read(live);
    const [row] = await live.sources.list();
    said.push([row!.error, row!.spent]);
    await rig().clock.advance(HOUR);
  }
  expect(said).toEqual([
    [expect.stringContaining('is an address of this machine'), 50],
    [expect.stringContaining('is an address of this machine'), 100],
    ['what may be read of it today has been read', 100],
  ]);
  expect(rig().site.asked).toEqual([]);
  // The next day it is asked again.
  await rig().clock.advance(12 * HOUR);
  await rig().read(live);
  expect((await live.sources.list())[0]?.spent).toBe(50);
});

test('where the market is simulated, no news of the world is read', async () => {
  const url = `${rig().site.url}/world`;
  rig().site.tell('/world', [{ title: HACK, at: START }]);
  await rig().parts.sources.keep([
    { source_id: 'world', kind: 'feed', name: 'World', url, language: 'en', weight: 1 },
  ]);
  await rig().read();
  expect((await sources()).get('world')?.error).toContain('the market is simulated');
  expect(rig().site.asked).toEqual([]);
});
