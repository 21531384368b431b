import AjvCompiler from '@fastify/ajv-compiler';
import { TidemarkError, type ErrorDetail } from '@tidemark/contracts/errors';
import type { FastifyInstance, FastifyRequest, FastifySchemaCompiler } from 'fastify';
import { inputKeywords, joinLists } from './input-keywords.ts';
import { faultsOf } from './sent-values.ts';

/** A field that a schema does not name is refused and not dropped: it is a misspelt one. */
const OPTIONS = { allErrors: true, removeAdditional: false, keywords: inputKeywords() };

/**
 * How requests are held to their routes' schemas. What stands in a URL is text and is read as what the schema asks for;
 * a body says itself what it is: a number that was sent as null is no 0. Numbers past what a number holds are refused
 * everywhere, since bounds cannot see them; so are control characters, before any schema is asked. ADR 0031.
 */
export function validateInput(app: FastifyInstance): void {
  joinLists(app);
  const build = AjvCompiler();
  const ofUrl = compilerOf(build({}, { customOptions: { ...OPTIONS, coerceTypes: 'array' } }));
  const ofBody = compilerOf(build({}, { customOptions: { ...OPTIONS, coerceTypes: false } }));
  app.setValidatorCompiler((part) => (part.httpPart === 'body' ? ofBody : ofUrl)(part));
  app.addHook('preValidation', (request, _reply, done) => done(refusalOf(sentFaults(request))));
  app.addHook('preHandler', ({ query, params }, _reply, done) => {
    done(refusalOf([...infiniteIn('query', query), ...infiniteIn('params', params)]));
  });
}

function sentFaults({ body, query, params, routeOptions }: FastifyRequest): ErrorDetail[] {
  const { config, bodyLimit: room } = routeOptions;
  const { access, multiline } = config;
  // What is passed on is refused by the process that has the route, which knows the names of its fields.
  if (access === 'elsewhere') return [];
  return [
    ...faultsOf('params', params),
    ...faultsOf('query', query),
    ...(body === undefined ? [] : faultsOf('body', body, { multiline, room })),
  ];
}

function refusalOf(details: readonly ErrorDetail[]): TidemarkError | undefined {
  const [first] = details;
  return first && new TidemarkError('INVALID_REQUEST', `${first.field} ${first.reason}`, details);
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
