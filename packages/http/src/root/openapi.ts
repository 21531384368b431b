import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { ErrorEnvelopeSchema, ProblemSchema, CONTRACT_VERSION } from '@tidemark/contracts/envelope';
import { ApiKeySchema } from '@tidemark/contracts/api-key';
import { ProvenanceSchema } from '@tidemark/contracts/analytics';
import { knownServices } from '@tidemark/contracts/services';
import { NO_QUERY } from '@tidemark/service/reply';
import { Components } from '../description/components.ts';
import { describe, finished } from '../description/document.ts';
import type { RouteDocument } from '../description/route-document.ts';
import type { JsonSchema } from '../description/json-schema.ts';
import { SECURITY_SCHEMES } from '../description/security-schemes.ts';
import { ApiDocuments, type ApiDocument } from '../description/api-documents.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Where the descriptions of services in other processes are added. */
    apiDocuments: ApiDocuments;
  }
}

/** What is the same whatever routes there are. */
const DOCUMENT: NonNullable<FastifyDynamicSwaggerOptions['openapi']> = {
  openapi: '3.1.0',
  info: {
    title: 'Tidemark',
    version: CONTRACT_VERSION,
    description:
      'Real-time crypto market analytics. Answers come in an envelope; times are UTC, in milliseconds since 1970 or ISO 8601; ' +
      'prices are USD where nothing else is said; text has no control characters. The WebSocket streams: [/api/docs/streams](/api/docs/streams), and as ' +
      'AsyncAPI [/api/asyncapi.json](/api/asyncapi.json).',
    license: { name: 'MIT', identifier: 'MIT' },
    contact: { name: 'Whoever runs this Tidemark' },
  },
  servers: [{ url: '/', description: 'this Tidemark' }],
  tags: [
    ...knownServices()
      .flatMap(({ tags }) => Object.entries(tags))
      .map(([name, description]) => ({ name, description })),
    { name: 'streams', description: 'tickets for WebSockets' },
    { name: 'operations', description: 'health and metrics' },
  ],
  // Of operations that say nothing else: anybody may ask.
  security: [],
  components: { securitySchemes: SECURITY_SCHEMES },
};

/**
 * OpenAPI 3.1 at `/api/openapi.json`, made from the routes' own schemas and joined with what services elsewhere say of
 * theirs, and a reader at `/api/docs`. `isWhole`: it is all of it, and not a part that a gateway elsewhere joins.
 */
export async function documentApi(app: FastifyInstance, isWhole: boolean): Promise<void> {
  const documents = new ApiDocuments(isWhole ? finished : undefined);
  app.decorate('apiDocuments', documents);
  await app.register(swagger, {
    openapi: DOCUMENT,
    transformObject: (made) =>
      describe(
        'openapiObject' in made ? (made.openapiObject as RouteDocument) : { paths: {} },
        new Components(),
        [
          ErrorEnvelopeSchema,
          ProblemSchema,
          ProvenanceSchema,
          ApiKeySchema,
        ] as unknown as JsonSchema[],
      ),
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
  app.get('/api/openapi.json', { schema: { hide: true, querystring: NO_QUERY } }, joined);
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
