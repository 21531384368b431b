import Type from 'typebox';

/** `PUBLIC_URL`: an origin. */
export const PublicUrlSchema = Type.String({
  pattern: '^https?://[^/?#\\s]+/?$',
  description: 'where people reach this Tidemark, such as https://tidemark.example',
});
