import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import type { AlertsParts } from './assemble.ts';
import { alertRoutes } from './routes/alert-routes.ts';
import { askedRoutes } from './routes/asked-routes.ts';
import { channelRoutes } from './routes/channel-routes.ts';
import { countRoutes } from './routes/count-routes.ts';
import { deliveryRoutes } from './routes/delivery-routes.ts';
import { fileRoutes } from './routes/file-routes.ts';
import { firingRoutes } from './routes/firing-routes.ts';

/** The service's routes, under `/api/alerts`. */
export async function mountAlerts(fastify: FastifyInstance, parts: AlertsParts): Promise<void> {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  alertRoutes(app, parts);
  askedRoutes(app, parts);
  firingRoutes(app, parts);
  fileRoutes(app, parts);
  channelRoutes(app, parts);
  deliveryRoutes(app, parts);
  countRoutes(app, parts);
}
