import {
  ERROR_CODES,
  TidemarkError,
  type ErrorCode,
  type ErrorDetail,
} from '@tidemark/contracts/errors';
import type { ErrorEnvelope } from '@tidemark/contracts/envelope';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendErrorPage } from '../replies/error-page.ts';
import { loggedUrl } from './request-logger.ts';
import { PROBLEM_TYPE, problemOf, wantsProblem } from './problem.ts';
import { secure } from '../replies/security-headers.ts';
import { validationDetails } from './validation-details.ts';
import { wantsPage } from '../replies/wants-page.ts';

const RETRY_AFTER_S = '1';

/** Turns every error into the error envelope. What was not foreseen is logged, and its words stay in the log. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const known = recognise(error);
    if (known) return sendError(request, reply, known.code, known.message, known.details);
    request.log.error({ err: error, url: loggedUrl(request.url) }, 'request failed');
    return sendError(request, reply, 'INTERNAL_ERROR', 'Something went wrong on our side.');
  });
}

/** Answers with the error envelope, or a page for whoever opens one, and the status of its code. */
export function sendError(
  request: FastifyRequest,
  reply: FastifyReply,
  code: ErrorCode,
  message: string,
  details: readonly ErrorDetail[] = [],
): FastifyReply {
  const status = ERROR_CODES[code];
  secure(request, reply);
  reply.header('cache-control', 'no-store');
  if (status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', RETRY_AFTER_S);
  reply.code(status);
  if ((status === 404 || status === 503) && wantsPage(request)) {
    return sendErrorPage(reply, status, message);
  }
  // Whatever the route says of its answers with this status, an error is the envelope.
  reply.serializer(JSON.stringify);
  if (wantsProblem(request)) {
    const problem = problemOf(request, { code, message, details });
    return reply.type(PROBLEM_TYPE).send(problem);
  }
  const body: ErrorEnvelope = {
    success: false,
    error: { code, message, ...(details.length > 0 && { details: [...details] }) },
    meta: { timestamp: new Date().toISOString(), request_id: request.id },
  };
  return reply.type('application/json; charset=utf-8').send(body);
}

interface Known {
  code: ErrorCode;
  message: string;
  details?: readonly ErrorDetail[];
}

function recognise(error: FastifyError): Known | null {
  if (error instanceof TidemarkError) return error;
  if (error.validation) {
    const details = validationDetails(error.validation, error.validationContext ?? 'body');
    return { code: 'INVALID_REQUEST', message: summary(details), details };
  }
  const status = error.statusCode ?? 500;
  if (status === 503) return { code: 'NOT_READY', message: 'No answer in time; try again.' };
  if (status < 400 || status >= 500) return null;
  return { code: codeOf(status), message: error.message };
}

function summary(details: readonly ErrorDetail[]): string {
  return details.map(({ field, reason }) => `${field} ${reason}`).join('; ');
}

/** The code of a 4xx status; one that has no code of its own is an invalid request. */
function codeOf(status: number): ErrorCode {
  const codes = Object.keys(ERROR_CODES) as ErrorCode[];
  return codes.find((code) => ERROR_CODES[code] === status) ?? 'INVALID_REQUEST';
}
