import { expect, test } from 'vitest';
import { articleOf } from './article.fixture.ts';
import { feedOf, withNewest, withOlder, withWaiting } from './merged-feed.ts';

const page = (numbers: number[], next: string | null = null) => ({
  items: numbers.map((number) => articleOf(number)),
  next,
});
const ids = (articles: readonly { article_id: number }[]) =>
  articles.map(({ article_id }) => article_id);

test('what is new waits until it is asked for, and then stands in its order', () => {
  const first = feedOf(page([5, 4, 3], 'after-3'));
  const later = withNewest(first, page([7, 6, 5, 4], 'after-4'));
  expect(ids(later.shown)).toEqual([5, 4, 3]);
  expect(ids(later.waiting)).toEqual([7, 6]);
  const all = withWaiting(later);
  expect(ids(all.shown)).toEqual([7, 6, 5, 4, 3]);
  expect(all).toMatchObject({ waiting: [], next: 'after-3' });
});

test('one that was published earlier but read later takes its place by its time', () => {
  const late = articleOf(9, { published_at: articleOf(4).published_at + 1 });
  const feed = withNewest(feedOf(page([5, 4])), {
    items: [articleOf(5), late, articleOf(4)],
    next: null,
  });
  expect(ids(withWaiting(feed).shown)).toEqual([5, 9, 4]);
});

test('what is shown says what it says now, at the same place', () => {
  const told = articleOf(5, { told_by: 3 });
  const feed = withNewest(feedOf(page([6, 5, 4])), { items: [articleOf(6), told], next: null });
  expect(feed.shown[1]).toBe(told);
  expect(feed.waiting).toEqual([]);
});

test('where others may lie between, the newest page takes the place of what was shown', () => {
  const first = feedOf(page([3, 2, 1], 'after-1'));
  const apart = withNewest(first, page([9, 8, 7], 'after-7'));
  expect(withWaiting(apart)).toMatchObject({ next: 'after-7', gap: null });
  expect(ids(withWaiting(apart).shown)).toEqual([9, 8, 7]);
  // The next reading reaches what is shown again.
  const near = withNewest(first, page([4, 3, 2], 'after-2'));
  expect(ids(withWaiting(near).shown)).toEqual([4, 3, 2, 1]);
});

test('an empty list shows at once what comes', () => {
  expect(ids(withNewest(feedOf(page([])), page([1])).shown)).toEqual([1]);
});

test('older ones follow, none of them twice', () => {
  const feed = withOlder(feedOf(page([5, 4], 'after-4')), page([4, 3, 2], null));
  expect(ids(feed.shown)).toEqual([5, 4, 3, 2]);
  expect(feed.next).toBeNull();
});
