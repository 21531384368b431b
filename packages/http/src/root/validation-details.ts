import { EARLIEST_MS } from '@tidemark/contracts/time';
import type { ErrorDetail } from '@tidemark/contracts/errors';

/** The part of an Ajv error that says what is wrong. */
export interface SchemaError {
  keyword: string;
  instancePath: string;
  params: Record<string, unknown>;
  message?: string | undefined;
}

const CONTEXT: Readonly<Record<string, string>> = { querystring: 'query' };

/** Seconds are what some APIs have, and what a client that was written for them sends. */
const SECONDS = `must be in milliseconds since 1970, at least ${EARLIEST_MS}; seconds are to be multiplied by 1000`;

/** Told of one request; a hostile one has a fault for every few bytes. */
const MOST_ERRORS = 50;

/** One line per refused field: its path (`query.limit`) and why. */
export function validationDetails(errors: readonly SchemaError[], context: string): ErrorDetail[] {
  const root = CONTEXT[context] ?? context;
  const byField = new Map<string, SchemaError[]>();
  for (const error of errors.slice(0, MOST_ERRORS)) {
    const field = fieldOf(error, root);
    byField.set(field, [...(byField.get(field) ?? []), error]);
  }
  return [...byField].map(([field, of]) => ({ field, reason: reasonOf(of) }));
}

function fieldOf({ instancePath, params }: SchemaError, root: string): string {
  const steps = instancePath.split('/').slice(1);
  if (typeof params.missingProperty === 'string') steps.push(params.missingProperty);
  if (typeof params.additionalProperty === 'string') steps.push(params.additionalProperty);
  return [root, ...steps].join('.');
}

/** A field that fits no branch of a union has an error for each: constants are told together. */
function reasonOf(errors: readonly SchemaError[]): string {
  if (errors.some(({ params }) => params.limit === EARLIEST_MS)) return SECONDS;
  const allowed = errors.flatMap(({ params }) => params.allowedValues ?? params.allowedValue ?? []);
  if (allowed.length > 0) return `must be one of ${allowed.map(String).join(', ')}`;
  if (errors.some(({ keyword }) => keyword === 'required')) return 'is required';
  if (errors.some(({ keyword }) => keyword === 'additionalProperties')) return 'is not known here';
  const reasons = errors.map(({ message }) => message ?? 'is not valid');
  return [...new Set(reasons)].join(', ');
}
