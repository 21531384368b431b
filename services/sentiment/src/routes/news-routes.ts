import { CoinParamsSchema } from '@tidemark/contracts/coin';
import { ArticleSchema, SentimentLabelSchema } from '@tidemark/contracts/news';
import { MARKET_NEWS } from '@tidemark/contracts/sentiment';
import { DEFAULT_PAGE, pageQuery } from '@tidemark/service/page-cursor';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type, { type Static } from 'typebox';
import { listArticles } from '../answers/article-list.ts';
import type { SentimentParts } from '../assemble.ts';
import { mustKnow } from './known-coin.ts';
import { SOURCE_ID } from './source-routes.ts';

const tag = 'sentiment';
const PATH = '/api/sentiment/news';

const QUERY = Type.Object({
  label: Type.Optional(SentimentLabelSchema),
  source_id: Type.Optional(Type.String({ pattern: SOURCE_ID, description: 'of one source alone' })),
  language: Type.Optional(
    Type.String({ pattern: '^[a-z]{2}$', description: 'ISO 639-1; of one language alone' }),
  ),
  ...pageQuery('articles').properties,
});

/** Articles, those of all and those about a coin. */
export function newsRoutes(app: TypedApp, { db, clock }: SentimentParts): void {
  const page = (query: Static<typeof QUERY>, coinId?: string) => {
    const { label, source_id: sourceId, language, limit = DEFAULT_PAGE, cursor } = query;
    return listArticles(db, { coinId, label, sourceId, language, limit, cursor }, clock.now());
  };
  const described = {
    access: 'public',
    answers: 'A page of articles',
    tag,
    query: QUERY,
    data: Type.Array(ArticleSchema),
  } as const;
  app.get(
    PATH,
    endpoint({
      ...described,
      id: 'listNews',
      summary: 'News with what they sound like and the words that decided it, newest first',
    }),
    async (request) => {
      const { items, next } = await page(request.query);
      return ok(request, items, { next_cursor: next });
    },
  );
  app.get(
    `${PATH}/:coin_id`,
    endpoint({
      ...described,
      id: 'listNewsOfCoin',
      summary: 'News about a coin, or all of it for `market`, newest first',
      params: CoinParamsSchema,
    }),
    async (request) => {
      const { coin_id } = request.params;
      mustKnow(coin_id);
      const { items, next } = await page(
        request.query,
        coin_id === MARKET_NEWS ? undefined : coin_id,
      );
      return ok(request, items, { next_cursor: next });
    },
  );
}
