import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import type { SentimentParts } from './assemble.ts';
import { newsRoutes } from './routes/news-routes.ts';
import { opinionRoutes } from './routes/opinion-routes.ts';
import { sentimentRoutes } from './routes/sentiment-routes.ts';
import { sourceRoutes } from './routes/source-routes.ts';

/** The service's routes, under `/api/sentiment`. */
export async function mountSentiment(
  fastify: FastifyInstance,
  parts: SentimentParts,
): Promise<void> {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  newsRoutes(app, parts);
  sourceRoutes(app, parts);
  opinionRoutes(app, parts);
  sentimentRoutes(app, parts);
}
