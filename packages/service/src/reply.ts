import { ErrorEnvelopeSchema, successSchema, type Meta } from '@tidemark/contracts/envelope';
import type { ErrorCode } from '@tidemark/contracts/errors';
import Type, { type TObject, type TSchema } from 'typebox';
import { isInternal, type Access } from './access.ts';

/** What a route takes and answers. Absent `params`, `query` or `body`: the route takes none. */
export interface EndpointOptions<
  P extends TObject,
  Q extends TObject,
  B extends TSchema,
  D extends TSchema,
  S extends number,
> {
  /** Its name in the API's description, as a client calls it: `getPrice`. */
  id: string;
  summary: string;
  /** What a success says, where the summary does not. */
  answers?: string;
  /** What it refuses with, beside what its access and its input have every route refuse with. */
  refuses?: readonly ErrorCode[];
  /** Whether some of its answers carry an `ETag`, and it answers 304 to whoever has them. */
  keeps?: boolean;
  /** Headers that it reads, beside what every route does. */
  headers?: TObject;
  /** Whether its answers carry an `ETag` that `If-Match` takes. */
  isVersioned?: boolean;
  /** How somebody proves who they are, where it is not by the `Authorization` header that the access asks for. */
  security?: readonly Record<string, readonly string[]>[];
  /** Group in the API's documentation, such as `market`. */
  tag: string;
  access: Access;
  params?: P;
  /** Names that it does not have are refused. */
  query?: Q;
  /** Fields that it does not name are refused, at every depth. */
  body?: B;
  /** Fields of the body whose text may have line breaks and tabs, such as `body.entry`. */
  multiline?: readonly string[];
  /** The payload, without its envelope. */
  data: D;
  /** Status of success; default 200. */
  status?: S;
}

const NONE = Type.Object({});
/** The query of a route that takes none. */
export const NO_QUERY = Type.Object({}, { additionalProperties: false });
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
  const { id, summary, tag, access, params, query, body, multiline, status } = options;
  return {
    config: { access, multiline },
    schema: {
      operationId: id,
      summary,
      tags: [tag],
      hide: isInternal(access),
      ...securityOf(options),
      'x-answers': options.answers ?? firstClause(summary),
      'x-refuses': refusalsOf(options),
      ...headersOf(options),
      params: params ?? (NONE as TObject as P),
      querystring: (query ? strict(query) : NO_QUERY) as TObject as Q,
      ...((body && { body: strict(body) }) as { body: B }),
      response: {
        [status ?? 200]: successSchema(options.data),
        ...(options.keeps && { 304: Type.Null() }),
        '4xx': ErrorEnvelopeSchema,
        '5xx': ErrorEnvelopeSchema,
      } as unknown as Record<S, ReturnType<typeof successSchema<D>>>,
    },
  };
}

/** What is told of headers, of the request and of the answer. */
function headersOf({
  headers,
  keeps,
  isVersioned,
}: Pick<
  EndpointOptions<TObject, TObject, TSchema, TSchema, number>,
  'headers' | 'keeps' | 'isVersioned'
>) {
  return {
    ...(headers && { headers }),
    ...(isVersioned && { 'x-headers': ['ETag'] }),
    ...(keeps && { 'x-headers': ['ETag', 'CacheControl'] }),
  };
}

const SECURITY: Readonly<Record<Access, readonly Record<string, readonly string[]>[]>> = {
  public: [],
  user: [{ session: [] }, { apiKey: [] }],
  'user or service': [{ session: [] }, { apiKey: [] }],
  account: [{ session: [] }],
  admin: [{ session: [] }],
  service: [],
  gateway: [],
  elsewhere: [],
};

/** Nothing where anybody may ask: that is so where nothing else is said. */
function securityOf({
  access,
  security = SECURITY[access],
}: Pick<EndpointOptions<TObject, TObject, TSchema, TSchema, number>, 'access' | 'security'>) {
  return security.length > 0 ? { security } : {};
}

function firstClause(summary: string): string {
  return summary.split(/[,;:]/, 1)[0] ?? summary;
}

/**
 * What every route below `/api` refuses with, and the description says of each. A credential that does not hold is refused
 * where none is needed too.
 */
export const ALWAYS: readonly ErrorCode[] = [
  'INVALID_REQUEST',
  'UNAUTHORIZED',
  'RATE_LIMITED',
  'NOT_READY',
];

function refusalsOf(options: {
  access: Access;
  params?: unknown;
  body?: unknown;
  refuses?: readonly ErrorCode[];
}): ErrorCode[] {
  const { access, params, body, refuses = [] } = options;
  return [
    ...ALWAYS,
    ...(access === 'public' ? [] : (['FORBIDDEN'] as const)),
    ...(params ? (['RESOURCE_NOT_FOUND'] as const) : []),
    ...(body ? (['PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'] as const) : []),
    ...refuses,
  ];
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
