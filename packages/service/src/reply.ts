import { ErrorEnvelopeSchema, successSchema, type Meta } from '@tidemark/contracts/envelope';
import Type, { type TObject, type TSchema } from 'typebox';

/** What a route takes and answers. Absent `params` or `query`: the route takes none. */
export interface RouteSchemaOptions<P extends TObject, Q extends TObject, D extends TSchema> {
  summary: string;
  /** Group in the API's documentation, such as `market`. */
  tag: string;
  params?: P;
  query?: Q;
  /** The payload, without its envelope. */
  data: D;
}

const NONE = Type.Object({});
type None = typeof NONE;

/**
 * A Fastify route schema: the success envelope for 200, the error envelope for every refusal. The types of
 * `request.params` and `request.query` follow from it with TypeBoxTypeProvider.
 */
export function routeSchema<D extends TSchema, P extends TObject = None, Q extends TObject = None>(
  options: RouteSchemaOptions<P, Q, D>,
) {
  return {
    summary: options.summary,
    tags: [options.tag],
    params: options.params ?? (NONE as TObject as P),
    querystring: options.query ?? (NONE as TObject as Q),
    response: {
      200: successSchema(options.data),
      '4xx': ErrorEnvelopeSchema,
      '5xx': ErrorEnvelopeSchema,
    },
  };
}

/** The success envelope around `data`. To refuse, throw a TidemarkError. */
export function ok<D>(request: { id: string }, data: D, meta: Pick<Meta, 'next_cursor'> = {}) {
  return {
    success: true as const,
    data,
    meta: { timestamp: new Date().toISOString(), request_id: request.id, ...meta },
  };
}
