interface Header {
  description: string;
  schema: { type: string; format?: string; pattern?: string };
}

const text = (description: string): Header => ({ description, schema: { type: 'string' } });
const count = (description: string): Header => ({
  description,
  schema: { type: 'integer', format: 'int64' },
});

/** Headers of answers, by their names in `components.headers`. */
export const HEADERS = {
  Id: text('Id of the request, as in the log; the one sent, where it is fit.'),
  Limit: count('Requests a minute.'),
  Remaining: count('Requests that are left now.'),
  Reset: count('Seconds until one is allowed where none is left, else until all are.'),
  RateLimit: text('What is left: `"data";r=999;t=1`.'),
  RateLimitPolicy: text('The limit: `"data";q=1000;w=60` is 1000 requests in 60 s.'),
  RetryAfter: count('Seconds to wait.'),
  WWWAuthenticate: text('How to sign in (RFC 6750).'),
  Allow: text('Methods that the path takes.'),
  ETag: text('The same tag is the same answer; `If-Match` takes it where something is changed.'),
  CacheControl: text('How long a copy may be used.'),
} as const satisfies Record<string, Header>;

export type HeaderName = keyof typeof HEADERS;

const ON_THE_WIRE: Readonly<Record<HeaderName, string>> = {
  Id: 'X-Request-Id',
  Limit: 'RateLimit-Limit',
  Remaining: 'RateLimit-Remaining',
  Reset: 'RateLimit-Reset',
  RateLimit: 'RateLimit',
  RateLimitPolicy: 'RateLimit-Policy',
  RetryAfter: 'Retry-After',
  WWWAuthenticate: 'WWW-Authenticate',
  Allow: 'Allow',
  ETag: 'ETag',
  CacheControl: 'Cache-Control',
};

export const headerRefs = (names: readonly HeaderName[]) =>
  Object.fromEntries(
    names.map((name) => [ON_THE_WIRE[name], { $ref: `#/components/headers/${name}` }]),
  );
