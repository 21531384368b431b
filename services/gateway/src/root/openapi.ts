import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { ApiDocuments, type ApiDocument } from './api-documents.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Where the descriptions of services in other processes are added. */
    apiDocuments: ApiDocuments;
  }
}

/**
 * OpenAPI 3.1 at `/api/openapi.json`, made from the routes' own schemas and joined with what services elsewhere say of
 * theirs, and a reader at `/api/docs`.
 */
export async function documentApi(app: FastifyInstance): Promise<void> {
  const documents = new ApiDocuments();
  app.decorate('apiDocuments', documents);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tidemark',
        version: '0.1.0',
        description:
          'Real-time crypto market analytics. Answers come in an envelope; times are UTC. The WebSocket streams: ' +
          '[/api/docs/streams](/api/docs/streams), and as AsyncAPI [/api/asyncapi.json](/api/asyncapi.json).',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      tags: [
        { name: 'market', description: 'coins, prices, candles, venues' },
        { name: 'users', description: 'your account, sessions, keys' },
        { name: 'admin', description: 'all accounts, for administrators' },
        { name: 'streams', description: 'tickets for WebSockets' },
        { name: 'operations', description: 'health and metrics' },
      ],
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            description: 'an access token of a sign-in, or an API key',
          },
        },
      },
    },
  });
  const joined = () => documents.join(app.swagger() as ApiDocument);
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    uiConfig: { validatorUrl: null, tryItOutEnabled: true },
    staticCSP: readerPolicy(),
    theme: {
      title: 'Tidemark API',
      css: [{ filename: 'tidemark.css', content: '.swagger-ui .topbar { display: none }' }],
    },
    // The reader asks for its own copy of the document; it gets the joined one.
    uiHooks: {
      preHandler: (request, reply, done) => {
        if (request.routeOptions.url === '/api/docs/json')
          void joined().then((all) => reply.send(all));
        else done();
      },
    },
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, joined);
}

/** The reader styles itself inline and draws its icons from data URLs. */
function readerPolicy(): Record<string, string[]> {
  return {
    'default-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  };
}
