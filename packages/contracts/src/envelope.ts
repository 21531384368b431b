import Type, { type Static, type TSchema } from 'typebox';
import { ERROR_CODES, type ErrorCode } from './errors.ts';

export const MetaSchema = Type.Object({
  timestamp: Type.String({ format: 'date-time', description: 'when the answer was made, UTC' }),
  request_id: Type.String({
    description:
      'of the request that the answer was made for: reads of public data at the same moment share an answer, each with its own id in `x-request-id`',
  }),
  next_cursor: Type.Optional(
    Type.Union([Type.String(), Type.Null()], { description: 'pass as `cursor` for the next page' }),
  ),
});
export type Meta = Static<typeof MetaSchema>;

/** The success envelope around a payload: `{ success: true, data, meta }`. */
export function successSchema<T extends TSchema>(data: T) {
  return Type.Object({ success: Type.Literal(true), data, meta: MetaSchema });
}

const codes = Object.keys(ERROR_CODES) as ErrorCode[];

export const ErrorEnvelopeSchema = Type.Object(
  {
    success: Type.Literal(false),
    error: Type.Object({
      code: Type.Enum(codes, { type: 'string' }),
      message: Type.String(),
      details: Type.Optional(
        Type.Array(Type.Object({ field: Type.String(), reason: Type.String() })),
      ),
    }),
    meta: MetaSchema,
  },
  { description: 'the error envelope' },
);
export type ErrorEnvelope = Static<typeof ErrorEnvelopeSchema>;
