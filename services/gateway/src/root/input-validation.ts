import AjvCompiler from '@fastify/ajv-compiler';
import { TidemarkError, type ErrorDetail } from '@tidemark/contracts/errors';
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify';
import { inputKeywords, joinLists } from './input-keywords.ts';

/** A field that a schema does not name is refused and not dropped: it is a misspelt one. */
const OPTIONS = { allErrors: true, removeAdditional: false, keywords: inputKeywords() };

/**
 * How requests are held to their routes' schemas. What stands in a URL is text and is read as what the schema asks for;
 * a body says itself what it is: a number that was sent as null is no 0. Numbers past what a number holds are refused
 * everywhere, since bounds cannot see them.
 */
export function validateInput(app: FastifyInstance): void {
  joinLists(app);
  const build = AjvCompiler();
  const ofUrl = compilerOf(build({}, { customOptions: { ...OPTIONS, coerceTypes: 'array' } }));
  const ofBody = compilerOf(build({}, { customOptions: { ...OPTIONS, coerceTypes: false } }));
  app.setValidatorCompiler((part) => (part.httpPart === 'body' ? ofBody : ofUrl)(part));
  app.addHook('preHandler', (request, _reply, done) => {
    const { query, params } = request;
    const details = [...infiniteIn('query', query), ...infiniteIn('params', params)];
    const [first] = details;
    if (first) {
      done(new TidemarkError('INVALID_REQUEST', `${first.field} ${first.reason}`, details));
    } else {
      done();
    }
  });
}

/** It takes a part of a route, whatever its own types say. */
function compilerOf(compiler: unknown): FastifySchemaCompiler<object> {
  return compiler as FastifySchemaCompiler<object>;
}

function infiniteIn(part: string, fields: unknown): ErrorDetail[] {
  const details: ErrorDetail[] = [];
  for (const [name, value] of Object.entries(fields ?? {})) {
    if (typeof value !== 'number' || Number.isFinite(value)) continue;
    details.push({ field: `${part}.${name}`, reason: 'must be a finite number' });
  }
  return details;
}
