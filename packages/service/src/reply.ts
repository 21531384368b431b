import { ErrorEnvelopeSchema, successSchema, type Meta } from '@tidemark/contracts/envelope';
import Type, { type TObject, type TSchema } from 'typebox';
import type { Access } from './access.ts';

/** What a route takes and answers. Absent `params`, `query` or `body`: the route takes none. */
export interface EndpointOptions<
  P extends TObject,
  Q extends TObject,
  B extends TSchema,
  D extends TSchema,
  S extends number,
> {
  summary: string;
  /** Group in the API's documentation, such as `market`. */
  tag: string;
  access: Access;
  params?: P;
  /** Names that it does not have are refused; a route without one takes no notice of what stands there. */
  query?: Q;
  /** Fields that it does not name are refused, at every depth. */
  body?: B;
  /** The payload, without its envelope. */
  data: D;
  /** Status of success; default 200. */
  status?: S;
}

const NONE = Type.Object({});
type None = typeof NONE;

/**
 * The options of a Fastify route: who may use it, the success envelope, the error envelope for every refusal. The types
 * of `request.params`, `request.query` and `request.body` follow from it with TypeBoxTypeProvider.
 */
export function endpoint<
  D extends TSchema,
  P extends TObject = None,
  Q extends TObject = None,
  B extends TSchema = None,
  S extends number = 200,
>(options: EndpointOptions<P, Q, B, D, S>) {
  const { summary, tag, access, params, query, body, status } = options;
  return {
    config: { access },
    schema: {
      summary,
      tags: [tag],
      hide: access === 'gateway',
      security: access === 'public' ? [] : [{ bearer: [] }],
      params: params ?? (NONE as TObject as P),
      querystring: (query ? strict(query) : NONE) as Q,
      ...((body && { body: strict(body) }) as { body: B }),
      response: {
        [status ?? 200]: successSchema(options.data),
        '4xx': ErrorEnvelopeSchema,
        '5xx': ErrorEnvelopeSchema,
      } as Record<S, ReturnType<typeof successSchema<D>>>,
    },
  };
}

/**
 * Closes every object of a body: a field that its schema does not name is a misspelt one, and is not to be stored. Each
 * choice of a union is held to its own names.
 */
function strict<S extends TSchema>(schema: S): S {
  if (Type.IsUnion(schema)) return { ...schema, anyOf: schema.anyOf.map(strict) };
  if (Type.IsArray(schema)) return { ...schema, items: strict(schema.items) };
  if (!Type.IsObject(schema)) return schema;
  const properties = Object.entries<TSchema>(schema.properties);
  return {
    ...schema,
    properties: Object.fromEntries(properties.map(([name, of]) => [name, strict(of)])),
    additionalProperties: false,
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
