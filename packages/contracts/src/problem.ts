import Type, { type Static } from 'typebox';
import { ErrorCodeSchema, ErrorDetailSchema } from './envelope.ts';

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
