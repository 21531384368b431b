import Type from 'typebox';
import { parseFeedDate } from './feed-date.ts';
import { jsonItems, memberOf, saying } from './json-items.ts';
import { NewsFormatError, type NewsRead } from './news-item.ts';

const Text = Type.Optional(Type.Union([Type.Null(), Type.String()]));
const ArticleSchema = Type.Object({
  title: Type.Union([Type.Null(), Type.String()]),
  url: Type.String(),
  description: Text,
  author: Text,
  publishedAt: Text,
});
const articles = jsonItems(ArticleSchema);

/**
 * The articles of an answer by https://newsapi.org/docs/endpoints/everything. It names no language.
 * @throws NewsFormatError with NewsAPI's message where it answered with an error
 */
export function readNewsApi(body: unknown): NewsRead {
  const list = memberOf(body, 'articles');
  if (memberOf(body, 'status') !== 'ok' || !Array.isArray(list)) {
    throw new NewsFormatError(
      `NewsAPI answered without articles${saying(memberOf(body, 'message'))}`,
    );
  }
  return articles(list, (article) => ({
    url: article.url,
    title: article.title,
    summary: article.description,
    authors: [article.author],
    publishedAt: parseFeedDate(article.publishedAt ?? ''),
  }));
}
