import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { candleRoutes } from './routes/candle-routes.ts';
import { coinRoutes, moverRoutes, priceRoutes } from './routes/price-routes.ts';
import { historyRoutes } from './routes/history-routes.ts';
import { rateRoutes } from './routes/rate-routes.ts';
import type { RouteParts } from './routes/route-parts.ts';
import { venueRoutes } from './routes/venue-routes.ts';

/** The market's routes, under `/api/market`. */
export function marketRoutes(fastify: FastifyInstance, parts: RouteParts): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  coinRoutes(app, parts);
  priceRoutes(app, parts);
  moverRoutes(app, parts);
  candleRoutes(app, parts);
  venueRoutes(app, parts);
  rateRoutes(app, parts);
  historyRoutes(app, parts);
}
