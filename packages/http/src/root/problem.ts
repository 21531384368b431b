import { STATUS_CODES } from 'node:http';
import { ERROR_CODES, type ErrorCode, type ErrorDetail } from '@tidemark/contracts/errors';
import type { Problem } from '@tidemark/contracts/envelope';
import type { FastifyRequest } from 'fastify';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';
const ASKED_FOR = /(^|[\s,])application\/problem\+json\s*(?:;(?!\s*q=0(?:\.0*)?\s*(?:,|$))|,|$)/i;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whether a refusal is to be told as RFC 9457 has it: whoever names that form takes it. */
export function wantsProblem({ headers }: FastifyRequest): boolean {
  return ASKED_FOR.test(headers.accept ?? '');
}

/** A refusal as RFC 9457 has it. */
export function problemOf(
  { id }: FastifyRequest,
  { code, message, details }: { code: ErrorCode; message: string; details: readonly ErrorDetail[] },
): Problem {
  const status = ERROR_CODES[code];
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Refused',
    status,
    detail: message,
    ...(UUID.test(id) && { instance: `urn:uuid:${id}` }),
    code,
    ...(details.length > 0 && { errors: [...details] }),
    request_id: id,
  };
}
