import type { JsonSchema } from '@tidemark/http/description/json-schema';
import type { Operation } from './api-document.ts';

/** A place for text in the requests of an operation. */
export interface TextField {
  /** As a refusal names it, such as `body.notifications.sound` or `query.coins`. */
  field: string;
  /** A request with this text there. What else the operation asks for is left out: text is looked at first. */
  request(text: string): { target: string; body: string | null };
}

/** Every place for text in an operation's path, query and body. */
export function textFieldsOf(operation: Operation): TextField[] {
  const { path, parameters, body } = operation;
  const fill = (texts: Record<string, string>) =>
    path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(texts[name] ?? 'me'));
  const ofUrl = parameters.flatMap(({ name, in: where }): TextField[] => {
    if (where === 'path') {
      const request = (text: string) => ({ target: fill({ [name]: text }), body: null });
      return [{ field: `params.${name}`, request }];
    }
    if (where !== 'query') return [];
    const target = (text: string) => `${fill({})}?${name}=${encodeURIComponent(text)}`;
    return [{ field: `query.${name}`, request: (text) => ({ target: target(text), body: null }) }];
  });
  const ofBody = body === null ? [] : placesIn(body);
  return [
    ...ofUrl,
    ...ofBody.map(({ steps, around }) => ({
      field: ['body', ...steps].join('.'),
      request: (text: string) => ({ target: fill({}), body: JSON.stringify(around(text)) }),
    })),
  ];
}

interface Place {
  steps: string[];
  /** A body with this at the place. */
  around(text: string): unknown;
}

function placesIn({ type, anyOf, allOf, properties = {}, items }: JsonSchema): Place[] {
  const parts = anyOf ?? allOf;
  if (parts) return parts.flatMap(placesIn);
  if (type === 'string') return [{ steps: [], around: (text) => text }];
  if (type === 'array') return items ? inside(items, '0', (inner) => [inner]) : [];
  return Object.entries(properties).flatMap(([name, of]) =>
    inside(of, name, (inner) => ({ [name]: inner })),
  );
}

function inside(schema: JsonSchema, step: string, wrap: (inner: unknown) => unknown): Place[] {
  return placesIn(schema).map(({ steps, around }) => ({
    steps: [step, ...steps],
    around: (text) => wrap(around(text)),
  }));
}
