import { ERROR_CODES, type ErrorCode } from '@tidemark/contracts/errors';
import { headerRefs, type HeaderName } from './headers.ts';

/** What a status of a refusal says, and what comes with it. */
interface Refusal {
  description: string;
  headers?: readonly HeaderName[];
}

const REFUSALS: Readonly<Record<number, Refusal>> = {
  400: { description: 'Something does not fit or is not known.' },
  401: {
    description: 'No sign-in, or one that does not hold.',
    headers: ['WWWAuthenticate'],
  },
  403: { description: 'Signed in, and not allowed.' },
  404: { description: 'There is no such thing.' },
  409: { description: 'It cannot be done as things are.' },
  412: { description: 'It was changed meanwhile.' },
  413: { description: 'The body is too long.' },
  415: { description: 'The body is no JSON.' },
  422: { description: 'There is too little history for any figure.' },
  429: {
    description: 'Too many requests.',
    headers: ['RetryAfter', 'Limit', 'Reset', 'RateLimit', 'RateLimitPolicy'],
  },
  503: {
    description: 'Not now; try again.',
    headers: ['RetryAfter'],
  },
};

const ANY_OTHER: Refusal = {
  description: 'Any other: a URL that is too long, a method that the path lacks.',
  headers: ['Allow'],
};

/** `components.responses`, by status: the refusals that `codes` come with, and any other. */
export function refusalComponents(codes: Iterable<string>): Record<string, object> {
  const statuses = [...new Set([...codes].map(statusOf))];
  return {
    ...Object.fromEntries(statuses.map((status) => [status, answer(refusalOf(status))])),
    default: answer(ANY_OTHER),
  };
}

/** The answers of an operation that refuses with `codes`, by status. */
export function refusalRefs(codes: readonly string[]): Record<string, { $ref: string }> {
  const names = [...codes.map(statusOf), 'default'];
  return Object.fromEntries(
    names.map((name) => [name, { $ref: `#/components/responses/${name}` }]),
  );
}

function statusOf(code: string): number {
  return ERROR_CODES[code as ErrorCode];
}

function refusalOf(status: number): Refusal {
  const found = REFUSALS[status];
  if (!found) throw new Error(`The status ${status} has no description`);
  return found;
}

function answer({ description, headers = [] }: Refusal): object {
  return {
    description,
    headers: headerRefs(['Id', ...headers]),
    content: {
      'application/json': { schema: { $ref: '#/components/schemas/ErrorEnvelope' } },
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    },
  };
}
