import type { FastifyReply } from 'fastify';
import Type from 'typebox';

/** What a route answers that gives a file out, in the place of JSON. */
export function givesCsv<R extends { schema: { response: object } }>(
  described: R,
  lines: string,
): R {
  const csv = { description: lines, content: { 'text/csv': { schema: Type.String() } } };
  const response = { ...described.schema.response, 200: csv };
  return { ...described, schema: { ...described.schema, response } };
}

/** Sends a file. */
export function sendCsv(reply: unknown, name: string, csv: string): FastifyReply {
  // What is sent is text, of which the schema says what it is.
  return (reply as FastifyReply)
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .send(csv);
}
