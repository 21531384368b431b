import type { Article } from '@tidemark/contracts/news';

/** An article for a test; the higher its number, the newer. */
export function articleOf(number: number, rest: Partial<Article> = {}): Article {
  return {
    article_id: number,
    story_id: number,
    told_by: 1,
    title: `Story ${number}`,
    summary: null,
    url: `https://news.example/${number}`,
    source_id: 'wire',
    source: 'Wire',
    authors: [],
    published_at: 1_796_000_000_000 + number * 60_000,
    updated_at: null,
    fetched_at: 1_796_000_000_000 + number * 60_000,
    language: 'en',
    coins: ['bitcoin'],
    sentiment: null,
    ...rest,
  };
}
