import { streamDocument } from '@tidemark/contracts/stream-document';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { sendPage } from '../replies/error-page.ts';
import { streamsPage } from './streams-page.ts';

const NO_QUERY = Type.Object({}, { additionalProperties: false });

/** AsyncAPI 3.0 at `/api/asyncapi.json`, made from the schemas of the messages, and a page of it at `/api/docs/streams`. */
export function documentStreams(app: FastifyInstance): void {
  const document = streamDocument();
  const html = streamsPage(document);
  const hidden = { schema: { hide: true, querystring: NO_QUERY } };
  app.get('/api/asyncapi.json', hidden, () => document);
  app.get('/api/docs/streams', hidden, (_request, reply) => sendPage(reply, html));
}
