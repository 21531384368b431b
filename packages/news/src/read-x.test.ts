import { expect, it } from 'vitest';
import { NewsFormatError } from './news-item.ts';
import { readX } from './read-x.ts';

const POST = {
  id: '1900000000000000001',
  author_id: '11',
  created_at: '2026-09-30T16:00:00.000Z',
  lang: 'en',
  text: '$SOL < $200 &amp; falling 🚀 https://t.co/xxxx',
};
const USERS = [{ id: '11', username: 'example', name: 'Example' }];

it('a post is an item whose title is its text', () => {
  expect(
    readX({ data: [POST], includes: { users: USERS }, meta: { result_count: 1 } }).items,
  ).toEqual([
    {
      id: POST.id,
      url: `https://x.com/example/status/${POST.id}`,
      title: '$SOL < $200 & falling 🚀',
      summary: null,
      authors: ['example'],
      publishedAt: Date.UTC(2026, 8, 30, 16),
      updatedAt: null,
      language: 'en',
    },
  ]);
});

it('a post without a known author, a language or a date has none', () => {
  const { items } = readX({
    data: [{ id: '5', text: 'gm to all of you', lang: 'qme' }],
    includes: { users: [{ id: '5', username: 'no/name' }, null] },
  });
  expect(items[0]).toMatchObject({
    url: 'https://x.com/i/status/5',
    authors: [],
    publishedAt: null,
    language: null,
  });
});

it('posts that say nothing or do not fit are refused', () => {
  const data = [{ ...POST, text: 'https://t.co/xxxx' }, { ...POST, id: '../me' }, { id: '1' }];
  const { items, refused } = readX({ data });
  expect(items).toEqual([]);
  expect(refused.map(({ reason }) => reason.split(':')[0])).toEqual(['title', 'id', 'item']);
});

it('nothing found is no error, an error is told with its message', () => {
  expect(readX({ meta: { result_count: 0 } }).items).toEqual([]);
  const error = { title: 'Unauthorized', detail: 'No such token', status: 401 };
  expect(() => readX(error)).toThrow('X answered without posts: No such token');
  for (const body of [null, 1, [], {}, { data: {} }])
    expect(() => readX(body)).toThrow(NewsFormatError);
});
