/** A field that the server refused, and why. */
export interface RefusedField {
  field: string;
  reason: string;
}

/** A request that the server refused, or that could not be made. */
export class RequestError extends Error {
  /** HTTP status; null: no answer came. */
  readonly status: number | null;
  /** One of docs/errors.md, such as `RATE_LIMITED`; null: the answer was not the server's own. */
  readonly code: string | null;
  readonly details: readonly RefusedField[];
  /** Finds the request in the server's log. */
  readonly requestId: string | null;
  /** Seconds after which it may be tried again; null: the server does not say. */
  readonly retryAfter: number | null;

  constructor(
    message: string,
    of: Partial<Pick<RequestError, 'status' | 'code' | 'details' | 'requestId' | 'retryAfter'>> & {
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: of.cause });
    this.name = 'RequestError';
    this.status = of.status ?? null;
    this.code = of.code ?? null;
    this.details = of.details ?? [];
    this.requestId = of.requestId ?? null;
    this.retryAfter = of.retryAfter ?? null;
  }
}

/** The refusal that an answer tells of. */
export async function refusalOf(answer: Response): Promise<RequestError> {
  const text = await answer.text();
  const { error } = bodyOf(text);
  const seconds = Number(answer.headers.get('retry-after') ?? NaN);
  return new RequestError(error?.message ?? `The server answered ${answer.status}.`, {
    status: answer.status,
    code: error?.code ?? null,
    details: error?.details ?? [],
    requestId: answer.headers.get('x-request-id'),
    retryAfter: Number.isFinite(seconds) ? seconds : null,
  });
}

interface Refusal {
  error?: { code?: string; message?: string; details?: RefusedField[] };
}

function bodyOf(text: string): Refusal {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}
