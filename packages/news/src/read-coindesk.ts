import Type from 'typebox';
import { jsonItems, memberOf, saying } from './json-items.ts';
import { primarySubtag } from './language-tag.ts';
import { NewsFormatError, type NewsRead } from './news-item.ts';

const Text = Type.Optional(Type.Union([Type.Null(), Type.String()]));
/** Seconds since 1970, from 2009 to 2200. */
const Seconds = Type.Integer({ minimum: 1_230_768_000, maximum: 7_258_118_400 });
const ArticleSchema = Type.Object({
  ID: Type.Integer({ minimum: 0 }),
  GUID: Text,
  TITLE: Type.String(),
  URL: Type.String(),
  SUBTITLE: Text,
  BODY: Text,
  AUTHORS: Text,
  LANG: Text,
  PUBLISHED_ON: Seconds,
  UPDATED_ON: Type.Optional(Type.Union([Type.Null(), Seconds])),
});
const articles = jsonItems(ArticleSchema);

/**
 * The articles of an answer by data-api.coindesk.com/news/v1/article/list, which was CryptoCompare's.
 * @throws NewsFormatError with their message where there is no list: its errors also come by HTTP 200
 */
export function readCoinDesk(body: unknown): NewsRead {
  const list = memberOf(body, 'Data');
  if (!Array.isArray(list)) {
    const error = memberOf(body, 'Err');
    const message = saying(memberOf(error, 'message'), memberOf(body, 'Message'));
    throw new NewsFormatError(`CoinDesk answered without articles${message}`);
  }
  return articles(list, (article) => ({
    id: article.GUID || String(article.ID),
    url: article.URL,
    title: article.TITLE,
    summary: article.SUBTITLE || article.BODY,
    authors: (article.AUTHORS ?? '').split(/[,|]/, 20),
    publishedAt: article.PUBLISHED_ON * 1000,
    updatedAt: typeof article.UPDATED_ON === 'number' ? article.UPDATED_ON * 1000 : null,
    language: primarySubtag(article.LANG),
  }));
}
