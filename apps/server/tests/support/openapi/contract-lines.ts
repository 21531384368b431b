import type { JsonSchema } from '@tidemark/http/description/json-schema';
import type { ApiDocument, ApiOperation } from './api-document.ts';

/**
 * A description as lines, each a promise: what an operation is called and where it is, what it takes, what it needs, what
 * its success gives. Two descriptions are compared by them.
 */
export function contractLines(document: ApiDocument): string[] {
  const lines = new Set<string>();
  const schemas = (document.components.schemas ?? {}) as Record<string, JsonSchema>;
  const parameters = (document.components.parameters ?? {}) as Record<string, Parameter>;
  /** Of a success; what refusals carry is the same for all. */
  const contentOf = (answer: Answer | { $ref: string }) => {
    if (!('$ref' in answer)) return answer.content ?? {};
    const name = answer.$ref.split('/').at(-1) ?? '';
    const shared = document.components.responses?.[name] as Answer | undefined;
    return (/Answer$/.test(name) && shared?.content) || {};
  };
  const visit = (who: string, how: Direction, path: string, schema: JsonSchema): void => {
    const { $ref } = schema as { $ref?: string };
    const name = $ref?.split('/').at(-1);
    lines.add(`${who} ${how} ${path} ${name ?? typeOf(schema)}`);
    if (name === undefined) inside(who, how, path, schema);
    else visitNamed(name, how);
  };
  const seen = new Set<string>();
  const visitNamed = (name: string, how: Direction): void => {
    if (seen.has(`${name} ${how}`)) return;
    seen.add(`${name} ${how}`);
    inside(name, how, '', schemas[name] ?? {});
  };
  const inside = (who: string, how: Direction, path: string, schema: JsonSchema): void => {
    for (const part of [...(schema.anyOf ?? []), ...(schema.allOf ?? [])])
      visit(who, how, path, part);
    if (schema.items) visit(who, how, `${path}[]`, schema.items);
    for (const value of how === 'takes' ? (schema.enum ?? []) : [])
      lines.add(`${who} takes ${path} = ${String(value)}`);
    for (const [field, of] of Object.entries(schema.properties ?? {})) {
      const needed = schema.required?.includes(field) ?? false;
      if (how === 'takes' && needed) lines.add(`${who} needs ${path}.${field}`);
      visit(who, how, `${path}.${field}${how === 'gives' && !needed ? '?' : ''}`, of);
    }
  };
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const id = operation.operationId ?? '?';
      lines.add(`${id} is ${method.toUpperCase()} ${path}`);
      for (const one of (operation.parameters ?? []) as (Parameter | { $ref: string })[]) {
        const parameter = '$ref' in one ? parameters[one.$ref.split('/').at(-1) ?? ''] : one;
        if (!parameter) continue;
        if (parameter.required && parameter.in !== 'path')
          lines.add(`${id} needs ${parameter.in}.${parameter.name}`);
        visit(id, 'takes', `${parameter.in}.${parameter.name}`, parameter.schema);
      }
      for (const { schema } of Object.values(operation.requestBody?.content ?? {}))
        visit(id, 'takes', 'body', schema);
      for (const [status, answer] of Object.entries(operation.responses))
        for (const { schema } of Object.values(contentOf(answer)))
          visit(id, 'gives', status, schema);
    }
  }
  return [...lines].sort();
}

type Direction = 'takes' | 'gives';
type Answer = ApiOperation['responses'][string];
interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: JsonSchema;
}

function typeOf({ type, anyOf, allOf }: JsonSchema): string {
  if (anyOf) return 'any of';
  if (allOf) return 'all of';
  return [type ?? 'anything'].flat().join(' or ');
}

/**
 * What of `now` would break a client of `before`: something that it calls, sends or reads is gone or another, or it is asked
 * for more. What is added breaks nobody.
 */
export function brokenPromises(before: readonly string[], now: readonly string[]): string[] {
  const kept = new Set(now);
  const known = new Set(before);
  return [
    ...before.filter((line) => !kept.has(line) && !/^\w+ needs /.test(line)),
    ...now.filter((line) => !known.has(line) && isNewNeed(line, before)),
  ];
}

/** Of an operation or a schema that is new itself nothing is asked in vain. */
function isNewNeed(line: string, before: readonly string[]): boolean {
  const [who] = line.split(' ', 1);
  return /^\w+ needs /.test(line) && before.some((one) => one.startsWith(`${who} `));
}
