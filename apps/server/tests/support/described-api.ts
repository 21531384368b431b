import type { AlertsParts } from '@tidemark/alerts-service/assemble';
import { mountAlerts } from '@tidemark/alerts-service/plugin';
import { analyticsRoutes } from '@tidemark/analytics/plugin';
import type { AnalyticsParts } from '@tidemark/analytics/assemble';
import { openRoot } from '@tidemark/testkit/open-root';
import { mountTicketRoute } from '@tidemark/gateway/streams/ticket-route';
import { marketRoutes } from '@tidemark/market-data/plugin';
import type { RouteParts } from '@tidemark/market-data/routes/route-parts';
import type { PortfolioParts } from '@tidemark/portfolio/assemble';
import { portfolioRoutes } from '@tidemark/portfolio/plugin';
import { usersRoutes } from '@tidemark/users/plugin';
import type { UsersParts } from '@tidemark/users/assemble';
import type { ApiDocument } from './openapi/api-document.ts';

/**
 * The API's description as it is served, without a system behind it: every route of every service on a root, with
 * nothing that could answer. It takes a second where the whole platform takes many.
 */
export async function describedApi(): Promise<ApiDocument> {
  const app = await openRoot();
  const nothing: unknown = {};
  await app.register(async (scope) => marketRoutes(scope, nothing as RouteParts));
  await app.register(async (scope) => usersRoutes(scope, nothing as UsersParts));
  await app.register(async (scope) => analyticsRoutes(scope, nothing as AnalyticsParts));
  await app.register(async (scope) => portfolioRoutes(scope, nothing as PortfolioParts));
  await app.register(async (scope) => mountAlerts(scope, nothing as AlertsParts));
  mountTicketRoute(app, nothing as Parameters<typeof mountTicketRoute>[1]);
  await app.ready();
  const own: unknown = app.swagger();
  const document = await app.apiDocuments.join(own as ApiDocument);
  await app.close();
  return document;
}
