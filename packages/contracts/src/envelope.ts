import Type, { type Static, type TSchema } from 'typebox';
import { ERROR_CODES, type ErrorCode } from './errors.ts';
import { nullable } from './nullable.ts';

/**
 * Version of the contract: what the API takes and answers. The first number changes with what breaks a client, the second
 * with what is added. docs/contract.md has the rule and the changes. ADR 0027.
 */
export const CONTRACT_VERSION = '1.1.0';

const codes = Object.keys(ERROR_CODES) as ErrorCode[];
export const ErrorCodeSchema = Type.Enum(codes, {
  type: 'string',
  title: 'ErrorCode',
  description: 'docs/errors.md says what each means and what to do',
});

export const MetaSchema = Type.Object(
  {
    timestamp: Type.String({ format: 'date-time', description: 'when the answer was made, UTC' }),
    request_id: Type.String({
      description: 'of the request it was made for; equal public reads share one',
    }),
    next_cursor: Type.Optional(nullable(Type.String(), 'pass as `cursor` for the next page')),
  },
  { title: 'Meta' },
);
export type Meta = Static<typeof MetaSchema>;

/**
 * The success envelope around a payload: `{ success: true, data, meta }`. The API's description names it after what is in
 * it: `PriceAnswer`, `CoinListAnswer`.
 */
export function successSchema<T extends TSchema>(data: T) {
  const name = nameOf(data);
  return Type.Object(
    { success: Type.Literal(true), data, meta: MetaSchema },
    name === null ? {} : { title: `${name}Answer` },
  );
}

function nameOf(data: TSchema): string | null {
  if (Type.IsNull(data)) return 'Empty';
  if (!Type.IsArray(data)) return 'title' in data ? String(data.title) : null;
  const of = nameOf(data.items);
  return of === null ? null : `${of}List`;
}

export const ErrorDetailSchema = Type.Object(
  {
    field: Type.String({ description: 'its path, such as `query.limit`' }),
    reason: Type.String({ description: 'why it was refused' }),
  },
  { title: 'ErrorDetail' },
);

export const ErrorEnvelopeSchema = Type.Object(
  {
    success: Type.Literal(false),
    error: Type.Object(
      {
        code: ErrorCodeSchema,
        message: Type.String({ description: 'for people' }),
        details: Type.Optional(
          Type.Array(ErrorDetailSchema, { description: 'fields that were refused' }),
        ),
      },
      { title: 'ErrorBody' },
    ),
    meta: MetaSchema,
  },
  { title: 'ErrorEnvelope', description: 'the error envelope' },
);
export type ErrorEnvelope = Static<typeof ErrorEnvelopeSchema>;

/** A refusal as RFC 9457 has it, for whoever asks for `application/problem+json`. */
export const ProblemSchema = Type.Object(
  {
    type: Type.String({ description: '`about:blank`: `code` says which it is' }),
    title: Type.String({ description: 'the status in words' }),
    status: Type.Integer({ description: 'the HTTP status' }),
    detail: Type.String({ description: 'for people' }),
    instance: Type.Optional(Type.String({ description: '`urn:uuid:` with the id of the request' })),
    code: ErrorCodeSchema,
    errors: Type.Optional(
      Type.Array(ErrorDetailSchema, { description: 'fields that were refused' }),
    ),
    request_id: Type.String({ description: 'id of the request, as in the log' }),
  },
  { title: 'Problem' },
);
export type Problem = Static<typeof ProblemSchema>;
