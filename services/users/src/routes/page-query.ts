import Type from 'typebox';
import { DEFAULT_PAGE, MAX_PAGE } from '../admin/page-cursor.ts';

/** Which page of a list. */
export const PageQuery = Type.Object({
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: MAX_PAGE,
      default: DEFAULT_PAGE,
      description: 'most entries, newest first',
    }),
  ),
  cursor: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description: '`meta.next_cursor` of the page before; left out: the newest',
    }),
  ),
});
