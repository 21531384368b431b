import type { JsonSchema } from './json-schema.ts';

type Answers = Record<string, { content?: Record<string, { schema: JsonSchema }> } | object>;
type Operations = Record<string, Record<string, { responses: Answers }>>;

const PATH = '#/components/schemas/';
const ENVELOPE = /Answer$/;

/**
 * An envelope that one operation alone answers with stands there, and bears that operation's name in clients. Answers the
 * schemas that are left.
 */
export function inlineOnce(
  paths: Operations,
  schemas: Readonly<Record<string, JsonSchema>>,
): Record<string, JsonSchema> {
  const inlined = new Set<string>();
  const media = Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ responses }) => Object.values(responses))
    .flatMap((answer) => ('content' in answer ? Object.values(answer.content ?? {}) : []));
  const uses = new Map<string, { schema: JsonSchema }[]>();
  for (const one of media) {
    const name = one.schema.$ref?.slice(PATH.length) ?? '';
    if (ENVELOPE.test(name)) uses.set(name, [...(uses.get(name) ?? []), one]);
  }
  for (const [name, [first, ...more]] of uses) {
    const schema = schemas[name];
    if (!first || !schema || more.length > 0) continue;
    first.schema = schema;
    inlined.add(name);
  }
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => !inlined.has(name)));
}
