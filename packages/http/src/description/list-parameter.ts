import type { Parameter } from './route-document.ts';
import type { JsonSchema } from './json-schema.ts';

/** A text with `x-list` is read as values with commas between them, and is described as the array that it stands for. */
export function asList(parameter: Parameter): Parameter {
  const { 'x-list': list } = parameter.schema;
  if (!list) return parameter;
  return {
    ...parameter,
    style: 'form',
    explode: false,
    ...(typeof parameter.example === 'string' && { example: parameter.example.split(',') }),
    schema: { type: 'array', ...withoutMarks(list as JsonSchema) },
  };
}

function withoutMarks({ items, ...rest }: JsonSchema): JsonSchema {
  const { description: _, examples: __, 'x-lowercase': ___, ...item } = items ?? {};
  return { ...rest, items: item };
}
