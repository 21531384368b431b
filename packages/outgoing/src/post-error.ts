import { PrivateAddressError } from './public-address.ts';

/** Nothing was posted, or nothing came back, and why, in words for people. */
export class PostError extends Error {
  /** Another try would end the same. */
  readonly permanent: boolean;

  constructor(message: string, { permanent = false }: { permanent?: boolean } = {}) {
    super(message);
    this.permanent = permanent;
  }
}

/** What people read for the codes of Node.js and undici. */
const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name is not known',
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: 'the connection broke off',
  ETIMEDOUT: 'nobody answers there',
  EHOSTUNREACH: 'there is no way there',
  ENETUNREACH: 'there is no way there',
  UND_ERR_CONNECT_TIMEOUT: 'nobody answers there',
  UND_ERR_HEADERS_OVERFLOW: 'the headers of its answer are too large',
  UND_ERR_SOCKET: 'the connection broke off',
};

/** As in CERT_HAS_EXPIRED or UNABLE_TO_VERIFY_LEAF_SIGNATURE. */
const CERTIFICATE = /CERT|LEAF_SIGNATURE/;

/** Words for what went wrong, which repeat nothing of the address but its host. */
export function postErrorOf(error: unknown): PostError {
  if (error instanceof PostError) return error;
  for (const cause of causesOf(error)) {
    if (cause instanceof PrivateAddressError) {
      return new PostError(cause.message, { permanent: true });
    }
    const words = WORDS[codeOf(cause)];
    if (words !== undefined) return new PostError(words);
    if (CERTIFICATE.test(codeOf(cause))) return new PostError('nobody vouches for its certificate');
  }
  const code = codeOf(error);
  return new PostError(code ? `the connection failed (${code})` : 'the connection failed');
}

/** An error, its cause, and of several addresses what happened at each. */
function causesOf(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  const at = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  return [error, ...causesOf(error.cause), ...at.flatMap(causesOf)];
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
