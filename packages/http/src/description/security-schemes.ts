import { CSRF_HEADER, REFRESH_COOKIE } from '@tidemark/contracts/session';

/** How somebody proves who they are. Operations name those that they take. */
export const SECURITY_SCHEMES = {
  session: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The access token of a sign-in (`login`), good for 15 minutes.',
  },
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'tmk_…',
    description: 'An API key (`createApiKey`). One of scope `read` may only read.',
  },
  refreshCookie: {
    type: 'apiKey',
    in: 'cookie',
    name: REFRESH_COOKIE,
    description: `The refresh token of a browser; by HTTPS called \`__Host-${REFRESH_COOKIE}\`.`,
  },
  csrfToken: {
    type: 'apiKey',
    in: 'header',
    name: CSRF_HEADER,
    description: 'The CSRF token that belongs to the refresh token in the cookie.',
  },
} as const;
