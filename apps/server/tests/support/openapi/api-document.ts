import type { JsonSchema } from '@tidemark/http/description/json-schema';

export interface ApiParameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  required?: boolean;
  description?: string;
  example?: unknown;
  schema: JsonSchema;
}

interface Content {
  description?: string;
  headers?: Record<string, unknown>;
  content?: Record<string, { schema: JsonSchema; example?: unknown }>;
}

export interface ApiOperation {
  operationId?: string;
  summary?: string;
  tags?: string[];
  security?: Record<string, string[]>[];
  parameters?: ApiParameter[];
  requestBody?: Content;
  responses: Record<string, Content>;
}

export interface ApiDocument {
  openapi: string;
  info: { version: string };
  tags: { name: string }[];
  servers: unknown[];
  components: Record<string, Record<string, unknown>>;
  paths: Record<string, Record<string, ApiOperation>>;
}

/** The same with what each `$ref` refers to in its place; what stands beside one is added. */
export function dereferenced<T>(document: T): T {
  const resolve = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(resolve);
    if (typeof part !== 'object' || part === null) return part;
    const { $ref, ...rest } = part as { $ref?: unknown };
    const own = Object.fromEntries(Object.entries(rest).map(([name, of]) => [name, resolve(of)]));
    return typeof $ref === 'string' ? { ...(resolve(target($ref)) as object), ...own } : own;
  };
  const target = (ref: string) =>
    ref
      .slice('#/'.length)
      .split('/')
      .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], document);
  return resolve(document) as T;
}

/** One method of one path, as the description has it. */
export interface Operation {
  method: string;
  /** Such as `/api/users/{user_id}`. */
  path: string;
  parameters: readonly ApiParameter[];
  body: JsonSchema | null;
  /** JSON answers by status: `200`, or a class such as `4XX`. A status without one has another content type. */
  answers: ReadonlyMap<string, JsonSchema | null>;
}

/** Every operation of a description. */
export function operationsOf(document: ApiDocument): Operation[] {
  return Object.entries(dereferenced(document).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]) => ({
      method: method.toUpperCase(),
      path,
      parameters,
      body: jsonOf(requestBody),
      answers: new Map(
        Object.entries(responses).map(([status, answer]) => [status.toUpperCase(), jsonOf(answer)]),
      ),
    })),
  );
}

function jsonOf(of: Content | undefined): JsonSchema | null {
  return of?.content?.['application/json']?.schema ?? null;
}

/** The schema of an answer; undefined: the description does not foresee the status. */
export function answerSchema(
  { answers }: Operation,
  status: number,
): JsonSchema | null | undefined {
  const exact = answers.get(String(status));
  return exact === undefined ? answers.get('DEFAULT') : exact;
}
