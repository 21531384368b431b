import Type from 'typebox';
import { TAGS } from '@tidemark/service/if-match';

/** Group of the routes in the API's documentation. */
export const tag = 'portfolio';
export const PATH = '/api/portfolio';
export const ONE = `${PATH}/:portfolio_id`;

const ifMatch = (description: string) =>
  Type.String({ maxLength: 200, pattern: TAGS, description });
/** Of a change that must say of which version it is one. */
export const VersionHeaders = Type.Object({
  'if-match': ifMatch('the `ETag` of what is changed; `*`: whatever it is now'),
});
export const OptionalVersionHeaders = Type.Object({
  'if-match': Type.Optional(ifMatch('the `ETag` of what is deleted; left out: whatever it is now')),
});
/** Of a POST, which may not have arrived or not have been answered. */
export const RepeatableHeaders = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      pattern: '^[\\x21-\\x7e]{1,200}$',
      description:
        'of your making, 1 to 200 visible characters: the same request with it is done once and answered alike for 24 h',
    }),
  ),
});
